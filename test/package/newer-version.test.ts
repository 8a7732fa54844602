import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import { generatedFiles } from "../../scripts/api/files.js";
import { History } from "../../scripts/api/history.js";
import { arrayAt, type JsonObject, objectAt } from "../../scripts/api/json.js";
import { operationOf, ownerOf } from "../../scripts/api/place.js";
import { root } from "./consumer.js";

const run = promisify(execFile);

/** The API document of a version to come: one operation, one parameter and one property more. */
async function nextVersion(): Promise<JsonObject> {
  const document = await readDocument(API_DOCUMENT);
  const history = History.of(document);
  objectAt(document, "info").version = "1.57";
  objectAt(document, "paths")["/containers/{id}/fly"] = {
    post: {
      operationId: "ContainerFly",
      tags: ["Container"],
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      responses: { "204": { description: "" }, default: { $ref: "#/components/responses/Error" } },
    },
  };
  const stop = operationOf(document, "ContainerStop");
  const softly = { name: "softly", in: "query", schema: { type: "boolean" } };
  stop.parameters = [...arrayAt(stop, "parameters"), softly];
  const schemas = objectAt(objectAt(document, "components"), "schemas");
  const summary = ownerOf(objectAt(schemas, "ContainerSummary"), "Id") ?? {};
  objectAt(summary, "properties").Wings = { type: "integer" };
  history.add(document);
  history.date(document);
  return document;
}

let directory: string;
let files: Map<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "next-version-"));
  for (const name of ["src", "scripts", "tsconfig.json", "package.json"]) {
    await cp(join(root, name), join(directory, name), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(directory, "node_modules"));
  await mkdir(join(directory, "generated"));
  files = await generatedFiles(await nextVersion());
  for (const [name, text] of files) await writeFile(join(directory, "generated", name), text);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

describe("a newer API document", () => {
  it("dates what it brings", () => {
    expect(files.get("api.ts")).toMatch(
      /\/\*\* @since API 1\.57 \*\/\n +Wings\?: number \| undefined;/,
    );
    expect(files.get("since-container.ts")).toContain('ContainerFly: { "": "1.57" }');
    expect(files.get("since-container.ts")).toMatch(/ContainerStop: .*softly: "1\.57"/);
    expect(files.get("version.ts")).toContain('"1.57"');
  });

  it("needs the new operation's method, which the compiler names, and nothing else", async () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--pretty", "false", "--project", directory];
    const { stdout } = await run("node", [tsc, ...options]).catch((error) => error);
    const errors = String(stdout)
      .split("\n")
      .filter((line) => /error TS/.test(line));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/scripts\/api\/methods\.ts.*Property 'ContainerFly' is missing/);
  }, 120_000);
});
