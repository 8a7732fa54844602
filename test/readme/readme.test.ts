import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { createAuthority } from "../support/certificates.js";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const snippets = [...readme.matchAll(/^```(?:ts|js)\n(.*?)^```/gms)].map(
  ([, code = ""], index) => ({
    // Without a build there is no CommonJS; that is tested with the packed tarball.
    code: code.replace(/^const (.*) = require\((.*)\);/m, "import $1 from $2;"),
    name: `snippet-${index + 1}.mts`,
    title: code.split("\n").find((line) => line && !line.startsWith("import ")) ?? "",
  }),
);

let directory: string;
let daemon: MockDaemon;
let host: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "readme-"));
  for (const { name, code } of snippets) writeFileSync(join(directory, name), code);
  // The package by its name, without a build.
  const paths = {
    "docker-engine-sdk": [join(root, "src/index.ts")],
    "docker-engine-sdk/testing": [join(root, "src/testing/index.ts")],
    "docker-engine-sdk/transport": [join(root, "src/transport/index.ts")],
    "docker-engine-sdk/streams": [join(root, "src/streams/index.ts")],
    "docker-engine-sdk/*": [join(root, "src/resources/*.ts")],
  };
  const compilerOptions = { paths, typeRoots: [join(root, "node_modules/@types")] };
  const tsconfig = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["*.mts"] };
  writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(tsconfig));
  const authority = await createAuthority();
  const { cert, key } = await authority.client();
  writeFileSync(join(directory, "ca.pem"), authority.ca);
  writeFileSync(join(directory, "cert.pem"), cert);
  writeFileSync(join(directory, "key.pem"), key);
  daemon = new MockDaemon({ images: ["alpine:3.20"] });
  ({ host } = await daemon.listen());
});

afterAll(async () => {
  await daemon.close();
  rmSync(directory, { recursive: true, force: true });
});

describe("every snippet of the README", () => {
  it("is found", () => {
    expect(snippets.length).toBe(
      readme.split(/```(?:ts|js|tsx|jsx|typescript|javascript)\n/).length - 1,
    );
    expect(snippets.length).toBeGreaterThanOrEqual(7);
  });

  it("compiles", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const result = await run("node", [tsc, "-p", directory]).catch((error: unknown) => error);
    expect((result as { stdout: string }).stdout).toBe("");
  }, 60_000);

  it.each(snippets)(
    "runs: $title",
    async ({ name }) => {
      const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
      const args = [tsx, "--tsconfig", join(directory, "tsconfig.json"), name];
      const env = { PATH: process.env.PATH ?? "", DOCKER_HOST: host, GHCR_TOKEN: "t0ken" };
      await run("node", args, { cwd: directory, env, timeout: 20_000 });
    },
    30_000,
  );
});

describe("what the README says", () => {
  it("of error codes is what the errors have", async () => {
    const errors = await import("../../src/errors.js");
    const rows = [...readme.matchAll(/^\| `(\w+Error)` \| `(\w+)` \|/gm)];
    const documented = rows.map(([, name]) => name);
    expect(documented.sort()).toEqual(
      Object.keys(errors)
        .filter((name) => name !== "DockerError")
        .sort(),
    );
    const source = readFileSync(join(root, "src/errors.ts"), "utf8");
    for (const [, , code] of rows) expect(source).toContain(`"${code}"`);
  });

  it("of the entry points is what package.json has", () => {
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      exports: Record<string, unknown>;
    };
    for (const entry of Object.keys(exports).filter((name) => /^\.\/\w+$/.test(name))) {
      expect(readme).toContain(`\`${entry.slice(1)}\``);
    }
  });
});
