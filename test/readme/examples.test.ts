import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

/** The entry points, and what each of them is made of. */
const entries = {
  "docker-engine-sdk": "src/index.ts",
  "docker-engine-sdk/registry": "src/registry/index.ts",
  "docker-engine-sdk/streams": "src/streams/index.ts",
  "docker-engine-sdk/testing": "src/testing/index.ts",
  "docker-engine-sdk/transport": "src/transport/index.ts",
};

/** The examples in the docstrings of a file. */
function examplesOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^ *\* ```ts\n(.*?)^ *\* ```/gms)].map(([, code = ""]) =>
    code.replace(/^ *\* ?/gm, ""),
  );
}

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort();

let directory: string;
let count = 0;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "examples-"));
  const names = await Promise.all(
    Object.entries(entries).map(async ([entry, file]) => {
      const present = Object.keys(await import(join(root, file)));
      return { entry, present };
    }),
  );
  for (const source of sources) {
    for (const code of examplesOf(join(root, "src", source))) {
      count += 1;
      const own = /^import .*$/gm;
      const body = code.replace(own, "");
      const declared = new Set(
        [...code.matchAll(/^import (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
          list.split(",").map((name) => name.trim().replace(/^type /, "")),
        ),
      );
      const used = new Map<string, string[]>();
      for (const { entry, present } of names) {
        for (const name of present) {
          if (declared.has(name) || !new RegExp(`\\b${name}\\b`).test(body)) continue;
          declared.add(name);
          used.set(entry, [...(used.get(entry) ?? []), name]);
        }
      }
      const types = ["Body", "Filters", "Query", "Result"].filter(
        (name) => !declared.has(name) && body.includes(`${name}<`),
      );
      const lines = [
        `// ${source}`,
        ...(code.match(own) ?? []),
        ...[...used].map(([entry, list]) => `import { ${list.join(", ")} } from "${entry}";`),
        ...(types.length > 0
          ? [`import type { ${types.join(", ")} } from "docker-engine-sdk";`]
          : []),
        ...(/\bdocker\b/.test(body) && !/(const|using) docker\b/.test(body)
          ? [
              'import type { Docker as Client } from "docker-engine-sdk";',
              "declare const docker: Client;",
            ]
          : []),
        body,
        "export {};",
      ];
      writeFileSync(join(directory, `example-${count}.mts`), lines.join("\n"));
    }
  }
  const paths = {
    ...Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, [join(root, file)]]),
    ),
    "docker-engine-sdk/*": [join(root, "src/resources/*.ts")],
  };
  const compilerOptions = {
    paths,
    typeRoots: [join(root, "node_modules/@types")],
    noEmit: true,
    isolatedDeclarations: false,
    declaration: false,
  };
  const tsconfig = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["*.mts"] };
  writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(tsconfig));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

it("every example of a docstring compiles", async () => {
  expect(count).toBeGreaterThan(150);
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--pretty", "false", "--project", directory];
  const { stdout } = await run("node", [tsc, ...options]).catch((error) => error);
  const errors = String(stdout)
    .split("\n")
    // An example may name what its reader has: a password, a socket, a daemon of the test.
    .filter((line) => /error TS/.test(line) && !/error TS(2304|2440|7031|18004)/.test(line))
    .map((line) => {
      const [, number = ""] = /example-(\d+)/.exec(line) ?? [];
      const text = readFileSync(join(directory, `example-${number}.mts`), "utf8");
      return `${text.split("\n")[0]}: ${line.replace(/^.*example-\d+\.mts/, "")}`;
    });
  expect(errors).toEqual([]);
}, 120_000);
