import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { API_DOCUMENT, readDocument, toYaml } from "../../scripts/api/document.js";
import { factsOf } from "../../scripts/api/facts.js";
import { generatedFiles, staleFiles } from "../../scripts/api/files.js";
import { arrayAt, isObject, type Json, type JsonObject, objectAt } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";

const document = await readDocument(API_DOCUMENT);
const schemas = objectAt(objectAt(document, "components"), "schemas");

function operation(id: string): JsonObject {
  return operationsOf(document).find((candidate) => candidate.id === id)?.object ?? {};
}

function parameter(id: string, name: string): JsonObject | undefined {
  const parameters = arrayAt(operation(id), "parameters").filter(isObject);
  return parameters.find((candidate) => candidate.name === name);
}

function property(schema: string, ...path: string[]): JsonObject {
  return path.reduce(
    (parent, name) => {
      const members = [parent, ...arrayAt(parent, "allOf").filter(isObject)];
      const owner = members.find((member) => isObject(objectAt(member, "properties")[name]));
      return objectAt(objectAt(owner ?? {}, "properties"), name);
    },
    objectAt(schemas, schema),
  );
}

/** Every object of a document, with the keys that lead to it. */
function* objects(value: Json, path: string[] = []): Generator<[JsonObject, string[]]> {
  if (isObject(value)) yield [value, path];
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* objects(member, [...path, key]);
}

describe("api-spec.yaml", () => {
  it("is written as the importer writes it", async () => {
    expect(await readFile(API_DOCUMENT, "utf8")).toBe(toYaml(document));
  });

  it("refers only to what it defines", () => {
    for (const [{ $ref }] of objects(document)) {
      if (typeof $ref !== "string") continue;
      const [, , section = "", name = ""] = $ref.split("/");
      expect(objectAt(objectAt(document, "components"), section)).toHaveProperty([name]);
    }
  });

  it("requires only properties that it lists", () => {
    const unknown = [...objects(schemas)].flatMap(([object, path]) =>
      arrayAt(object, "required")
        .filter((name) => isObject(object.properties) && !(String(name) in object.properties))
        .map((name) => [...path, name].join(".")),
    );
    expect(unknown).toEqual([]);
  });

  it("dates every operation, parameter and property", () => {
    const undated = [...factsOf(document)].filter(({ object }) => object["x-since"] === undefined);
    expect(undated.map(({ place }) => place)).toEqual([]);
  });

  it("answers every failure with the same response", () => {
    for (const { object } of operationsOf(document)) {
      const responses = objectAt(object, "responses");
      expect(responses.default).toEqual({ $ref: "#/components/responses/Error" });
      expect(Object.keys(responses).filter((status) => Number(status) >= 400)).toEqual([]);
    }
  });

  it.each(["ContainerSummary", "ContainerInspectResponse", "ImageInspect", "SystemInfo"])(
    "requires of %s what the engine always sends",
    (name) => {
      expect(arrayAt(objectAt(schemas, name), "required").length).toBeGreaterThan(8);
    },
  );

  it.each(["HostConfig", "Resources", "ContainerConfig", "EndpointSettings", "Mount", "IPAM"])(
    "requires nothing of %s, which also travels in requests",
    (name) => {
      const required = [...objects(objectAt(schemas, name))].filter(([object]) => object.required);
      expect(required).toEqual([]);
    },
  );

  it.each([
    ["HostConfig", "Binds", "array"],
    ["Resources", "Ulimits", "array"],
    ["ContainerConfig", "Env", "array"],
    ["ImageSummary", "Labels", "object"],
    ["Volume", "Options", "object"],
    ["SystemInfo", "Warnings", "array"],
  ])("allows null for %s.%s", (schema, name, type) => {
    expect(property(schema, name).type).toEqual([type, "null"]);
  });

  it.each([
    ["ContainerSummary", "Ports"],
    ["ContainerSummary", "Labels"],
    ["ContainerState", "Running"],
    ["VolumeListResponse", "Volumes"],
  ])("does not allow null for %s.%s, which no engine sends", (schema, name) => {
    expect(property(schema, name).type).toBeTypeOf("string");
  });

  it.each(["t", "extrahosts", "securityopt"])("repeats build's %s", (name) => {
    const schema = { type: "array", items: { type: "string" } };
    expect(parameter("ImageBuild", name)).toMatchObject({ name, in: "query", schema });
    expect(parameter("ImageBuild", name)).not.toHaveProperty("explode");
  });

  it.each([
    ["ContainerList", "filters"],
    ["ImageBuild", "buildargs"],
    ["ImageBuild", "cachefrom"],
    ["ImagePush", "platform"],
  ])("writes %s's %s as JSON", (id, name) => {
    expect(parameter(id, name)).toHaveProperty(["content", "application/json", "schema"]);
    expect(parameter(id, name)).not.toHaveProperty("schema");
  });

  it.each(["ImageCreate", "ImageBuild", "ContainerCreate"])(
    "takes %s's platform as plain text",
    (id) => {
      expect(parameter(id, "platform")).toHaveProperty("schema.type", "string");
    },
  );

  it("never writes a list of JSON without saying what each value is", () => {
    expect(parameter("ImageDelete", "platforms")).toHaveProperty(
      "schema.items.contentSchema.$ref",
      "#/components/schemas/OCIPlatform",
    );
  });
});

describe("the generated files", () => {
  const folder = new URL("../../generated/", import.meta.url);

  it("are what api-spec.yaml gives", async () => {
    expect(await staleFiles(await generatedFiles(document), folder)).toEqual([]);
  });

  it("are stale when they are missing, edited or left over", async () => {
    const path = await mkdtemp(join(tmpdir(), "generated-"));
    for (const name of ["same.ts", "edited.ts", "old.ts"]) await writeFile(join(path, name), name);
    const files = new Map([
      ["same.ts", "same.ts"],
      ["edited.ts", "new"],
      ["missing.ts", "missing.ts"],
    ]);
    const stale = await staleFiles(files, pathToFileURL(`${path}/`));
    await rm(path, { recursive: true });
    expect(stale).toEqual(["edited.ts", "missing.ts", "old.ts"]);
  });

  it("have digits as text, and are open where more values may come, which the document is not", async () => {
    const types = (await readFile(new URL("api.ts", folder), "utf8")).replace(/\s+/g, " ");
    expect(property("EventMessage", "timeNano")).toMatchObject({
      type: "integer",
      "x-digits": true,
    });
    expect(types).toMatch(/\* [^*]+ As text: [^*]+\*\/ timeNano: string;/);
    expect(property("MountPoint", "Type")).toMatchObject({ type: "string" });
    expect(types).toContain('"tmpfs" | "volume" | (string & {}) | undefined;');
  });

  it("know every operation by its method and path", async () => {
    const routes = await readFile(new URL("routes.ts", folder), "utf8");
    expect(routes).toContain('  ContainerList: ["GET", "/containers/json"],');
    expect(routes.match(/^ {2}\w+: \[/gm)).toHaveLength(112);
  });
});
