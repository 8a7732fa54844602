import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Consumer, createConsumer, entryPoints, root } from "./consumer.js";

let consumer: Consumer;

beforeAll(async () => {
  consumer = await createConsumer();
});

afterAll(() => consumer.remove());

const packageName = (entry: string): string => entry.replace(/^\./, "docker-engine-sdk");

/** Reports a container's end on a mock daemon, with the module system's own imports before it. */
const program = `
async function main() {
  const daemon = new MockDaemon({ images: ["alpine:3.20", "busybox:1"] });
  daemon.program("alpine:3.20", ({ stdout }) => { stdout.write("hello\\n"); return 3; });
  const docker = new Docker({ dispatcher: daemon.dispatcher });
  const { Id } = await docker.containers.create({ Image: "alpine:3.20" });
  await docker.containers.start(Id);
  const { StatusCode } = await docker.containers.wait(Id);
  const text = await docker.containers.logs(Id, { stdout: true }).text();
  const missing = await docker.containers.inspect("nobody").catch((error) => error);
  // Over a real socket too: that way undici and the connection are loaded.
  const { host } = await daemon.listen();
  const remote = new Docker({ host, env: {} });
  const listed = await remote.containers.list({ all: true });
  const sleeper = await remote.containers.create({ Image: "busybox:1", Cmd: ["sleep", "60"] });
  await remote.containers.start(sleeper.Id);
  const { stdout } = await remote.containers.exec(sleeper.Id, ["cat"], { stdin: "in and out" });
  await remote.close();
  const found = missing instanceof NotFoundError;
  console.log(JSON.stringify([StatusCode, text, found, listed.length, stdout]));
  await docker.close();
  await daemon.close();
}
main();
`;
const esm = `import { Docker, NotFoundError } from "docker-engine-sdk";
import { MockDaemon } from "docker-engine-sdk/testing";${program}`;
const cjs = `const { Docker, NotFoundError } = require("docker-engine-sdk");
const { MockDaemon } = require("docker-engine-sdk/testing");${program}`;
const printed = '[3,"hello\\n",true,1,"in and out"]\n';

describe("the packed tarball", () => {
  it("is clean for publint", async () => {
    const { messages } = await publint({ pkgDir: root, level: "suggestion", strict: true });
    expect(messages.map((message) => formatMessage(message, {}))).toEqual([]);
  });

  it("has types that are right for ESM and CJS, in every way to resolve them", async () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const output = await consumer.run("node", attw, consumer.tarball);
    expect(output).toContain("No problems found");
    for (const entry of entryPoints()) expect(output).toContain(`"${packageName(entry)}"`);
  }, 120_000);

  it("holds the build, the licence and the words, and nothing else", async () => {
    const files = (await consumer.run("tar", "-tf", consumer.tarball)).trim().split("\n");
    const others = files.filter((name) => !name.startsWith("package/dist/"));
    expect(others.sort()).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "package.json"].map((name) => `package/${name}`),
    );
  });

  it("brings no more packages than it says", () => {
    const installed = readdirSync(join(consumer.directory, "node_modules"));
    expect(installed.filter((name) => !name.startsWith(".")).sort()).toEqual([
      "docker-engine-sdk",
      "modern-tar",
      "openapi-fetch",
      "openapi-typescript-helpers",
      "undici",
    ]);
  });
});

describe("every entry point", () => {
  it.each(entryPoints())("%s is imported and required", async (entry) => {
    const name = packageName(entry);
    consumer.write("entry.mjs", `console.log(Object.keys(await import("${name}")).length > 0);`);
    consumer.write("entry.cjs", `console.log(Object.keys(require("${name}")).length > 0);`);
    expect(await consumer.run("node", "entry.mjs")).toBe("true\n");
    expect(await consumer.run("node", "entry.cjs")).toBe("true\n");
  });

  it.each(entryPoints())("%s declares the values that it has, and no others", async (entry) => {
    const file = entry === "." ? "index" : entry.slice(2);
    const dist = join(consumer.directory, "node_modules/docker-engine-sdk/dist");
    const declared = [
      ...readFileSync(join(dist, `${file}.d.ts`), "utf8").matchAll(/^export \{([^}]*)\}/gm),
    ]
      .flatMap(([, list = ""]) => list.split(","))
      .filter((name) => name.trim() !== "" && !/^\s*type\s/.test(name))
      .map((name) => name.trim().replace(/^.* as /, ""));
    const print = "console.log(JSON.stringify(Object.keys(module)))";
    consumer.write("names.mjs", `import * as module from "${packageName(entry)}"; ${print}`);
    const present = JSON.parse(await consumer.run("node", "names.mjs")) as string[];
    expect(declared.sort()).toEqual(present.sort());
  });

  it("that is not named is not there", async () => {
    consumer.write("entry.mjs", 'await import("docker-engine-sdk/dist/index.js");');
    await expect(consumer.run("node", "entry.mjs")).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  });

  it("loads undici with the first call, not when it is imported", async () => {
    const names = entryPoints()
      .filter((entry) => entry !== "./testing")
      .map(packageName);
    consumer.write(
      "lazy.cjs",
      `${names.map((name) => `require("${name}");`).join("\n")}
       console.log(Object.keys(require.cache).filter((file) => file.includes("/undici/")).length);`,
    );
    expect(await consumer.run("node", "lazy.cjs")).toBe("0\n");
  });
});

/** Node versions to run on, as folders of npm's \`node\` package; at least the one of this process. */
const nodes = ["node", ...(process.env.NODE_BINARIES?.split(" ") ?? [])];

describe.each(nodes)("a program that uses it, with %s", (node) => {
  it("runs as ESM and as CJS, and ends by itself", async () => {
    consumer.write("program.mjs", esm);
    consumer.write("program.cjs", cjs);
    expect(await consumer.run(node, "program.mjs")).toBe(printed);
    expect(await consumer.run(node, "program.cjs")).toBe(printed);
  }, 60_000);
});

describe("its declarations", () => {
  const checked = `import { Docker, type ContainerSummary, type Query } from "docker-engine-sdk";
import { Containers } from "docker-engine-sdk/containers";
import { MockDaemon } from "docker-engine-sdk/testing";
import { createTransport } from "docker-engine-sdk/transport";
const query: Query<"ContainerList"> = { all: true };
const docker = new Docker({ dispatcher: new MockDaemon().dispatcher });
export const list: Promise<ContainerSummary[]> = docker.containers.list(query);
export const one: Containers = new Containers(createTransport());
// @ts-expect-error a misspelt field
docker.containers.create({ Imagee: "alpine" });
`;

  it.each([
    ["typescript", "nodenext"],
    ["typescript", "bundler"],
    ["typescript-7", "nodenext"],
  ])(
    "compile under %s with %s, every one of them checked",
    async (compiler, resolution) => {
      consumer.write("checked.ts", checked);
      const tsc = join(root, "node_modules", compiler, "bin/tsc");
      await consumer.run(
        ...(["node", tsc, "--noEmit", "--strict", "--exactOptionalPropertyTypes"] as const),
        ...["--target", "es2022", "--lib", "es2023,esnext.disposable", "--skipLibCheck", "false"],
        ...["--module", resolution === "nodenext" ? "nodenext" : "preserve"],
        ...["--moduleResolution", resolution, "--types", "node"],
        ...["--typeRoots", join(root, "node_modules/@types"), "checked.ts"],
      );
    },
    120_000,
  );
});

describe("a bundle of listing containers", () => {
  const source = `import { Containers } from "docker-engine-sdk/containers";
import { createTransport } from "docker-engine-sdk/transport";
console.log(await new Containers(createTransport({ host: "unix:///var/run/docker.sock" })).list());`;

  it("starts with under 15 kB, loads the rest with its first call, and no other resource", async () => {
    const { outputFiles, metafile } = await build({
      stdin: { contents: source, resolveDir: consumer.directory, sourcefile: "list.js" },
      ...{ bundle: true, minify: true, splitting: true, format: "esm", platform: "node" },
      ...{ target: "node20", external: ["undici"], write: false, metafile: true },
      ...{ outdir: "bundle", logLevel: "error", logOverride: { "ignored-bare-import": "silent" } },
    });
    const size = (name: string): number =>
      outputFiles.find(({ path }) => path.endsWith(name))?.contents.length ?? 0;
    const outputs = metafile.outputs;
    // What is imported late is an entry point for esbuild, too.
    const entry = Object.keys(outputs).find((name) =>
      Object.keys(outputs[name]?.inputs ?? {}).some((input) => input.endsWith("list.js")),
    );
    /** The entry and what it imports at once; the connection, with its TLS, is loaded by the first call. */
    const loaded = new Set<string>();
    const load = (name: string): void => {
      if (loaded.has(name)) return;
      loaded.add(name);
      for (const { path, kind } of outputs[name]?.imports ?? []) {
        if (kind === "import-statement" && outputs[path]) load(path);
      }
    };
    const bytesOf = (names: Set<string>): number =>
      [...names].reduce((sum, name) => sum + size(name), 0);
    load(entry ?? "there is none");
    const bytes = bytesOf(loaded);
    for (const late of [/\/engine-[^/]*\.js$/, /\/negotiate-[^/]*\.js$/]) {
      load(Object.keys(outputs).find((name) => late.test(name)) ?? "there is none");
    }
    const total = bytesOf(loaded);
    console.log(`list containers: ${bytes} bytes at its start, ${total} with the first call`);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(15_000);
    expect(total).toBeLessThan(29_000);
    const loads = ({ path }: { path: string }): boolean =>
      [...loaded].some((name) => path.endsWith(name));
    const text = outputFiles
      .filter(loads)
      .map((file) => file.text)
      .join("");
    expect(text).toContain("ContainerList");
    expect(text).not.toMatch(/ImageList|NetworkList|VolumeList|SystemInfo|openapi|X-Registry-Auth/);
  });
});
