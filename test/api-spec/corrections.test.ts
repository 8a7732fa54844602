import { describe, expect, it } from "vitest";
import {
  applyCorrections,
  parseCorrections,
  readCorrections,
} from "../../scripts/api/corrections.js";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import { type JsonObject, objectAt } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";

function apiDocument(): JsonObject {
  return {
    paths: {
      "/things": {
        get: {
          operationId: "ThingList",
          parameters: [{ name: "filters", in: "query", schema: { type: "string" } }],
          responses: {
            "200": { content: { "application/json": { schema: { type: "array", items: {} } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Other: { type: "object" },
        Thing: {
          allOf: [
            { $ref: "#/components/schemas/Other" },
            {
              type: "object",
              required: ["B"],
              properties: {
                A: { type: "string" },
                B: { type: ["string", "null"], enum: ["x", null] },
                C: { $ref: "#/components/schemas/Other" },
                D: { type: "array", items: { type: "object", properties: { E: {} } } },
              },
            },
          ],
        },
      },
    },
  };
}

/** The document after one correction, written as in a file and without its evidence. */
function corrected(entry: string): JsonObject {
  const document = apiDocument();
  applyCorrections(document, parseCorrections(`- { ${entry}, evidence: seen }`, "test.yaml"));
  return document;
}

const part = ["components", "schemas", "Thing", "allOf", 1];

/** The names of the schemas that request bodies refer to, directly or through others. */
function schemasOfRequests(document: JsonObject): string[] {
  const schemas = objectAt(objectAt(document, "components"), "schemas");
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name = ""] of JSON.stringify(value).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    )) {
      if (names.has(name)) continue;
      names.add(name);
      visit(schemas[name]);
    }
  };
  for (const { object } of operationsOf(document)) visit(object.requestBody ?? null);
  return [...names];
}

describe("a correction", () => {
  it.each([
    ["allows null", "schema: Thing, nullable: [A]", "A.type", ["string", "null"]],
    ["forbids null", "schema: Thing, notNull: [B]", "B", { type: "string", enum: ["x"] }],
    ["changes a keyword", "schema: Thing.A, set: { format: int64 }", "A.format", "int64"],
    ["adds a property", "schema: Thing, add: { F: { type: string } }", "F.type", "string"],
    [
      "reaches into items",
      'schema: "Thing.D[].E", set: { type: object }',
      "D.items.properties.E.type",
      "object",
    ],
  ])("%s", (_, entry, path, expected) => {
    expect(corrected(entry)).toHaveProperty([...part, "properties", ...path.split(".")], expected);
  });

  it("allows null in the place of a shared schema, not in the schema", () => {
    const document = corrected("schema: Thing, nullable: [C]");
    expect(document).toHaveProperty([...part, "properties", "C", "anyOf", 1], { type: "null" });
    expect(document).toHaveProperty("components.schemas.Other", { type: "object" });
  });

  it("requires properties in the order in which they are declared", () => {
    const document = corrected("schema: Thing, required: [D, A]");
    expect(document).toHaveProperty([...part, "required"], ["A", "B", "D"]);
  });

  it("makes a property optional", () => {
    expect(corrected("schema: Thing, optional: [B]")).not.toHaveProperty([...part, "required"]);
  });

  it("gives a parameter the shape of the JSON that it carries", () => {
    expect(corrected("operation: ThingList, json: { filters: { type: object } }")).toHaveProperty(
      ["paths", "/things", "get", "parameters", 0],
      {
        name: "filters",
        in: "query",
        content: { "application/json": { schema: { type: "object" } } },
      },
    );
  });

  it("adds an operation with the parameters of its path, and its tag", () => {
    const what = '{ method: delete, path: "/things/{id}/parts/{part}", tag: Part }';
    const document = corrected(`operation: PartDelete, addOperation: ${what}`);
    const parameter = { in: "path", required: true, schema: { type: "string" } };
    expect(document).toHaveProperty(["paths", "/things/{id}/parts/{part}", "delete"], {
      operationId: "PartDelete",
      tags: ["Part"],
      parameters: [
        { name: "id", ...parameter },
        { name: "part", ...parameter },
      ],
      responses: { default: { $ref: "#/components/responses/Error" } },
    });
    expect(document.tags).toEqual([{ name: "Part" }]);
  });

  it("adds an operation beside those of its path, for other corrections to fill", () => {
    const document = apiDocument();
    const changes = [
      "addOperation: { method: post, path: /things, tag: Thing }",
      'responses: { "201": {} }',
    ];
    const text = changes.map((change) => `- { operation: ThingCreate, evidence: seen, ${change} }`);
    applyCorrections(document, parseCorrections(text.join("\n"), "test.yaml"));
    expect(operationsOf(document).map(({ id }) => id)).toEqual(["ThingList", "ThingCreate"]);
    const path = ["paths", "/things", "post", "responses", "201"];
    expect(document).toHaveProperty(path, { description: "Created" });
  });

  it("allows null for a whole answer", () => {
    const path = ["paths", "/things", "get", "responses", "200", "content", "application/json"];
    expect(corrected("response: ThingList.200, nullable: true")).toHaveProperty(
      [...path, "schema", "type"],
      ["array", "null"],
    );
  });
});

describe("a correction that is stale", () => {
  it.each([
    ["finds no schema", "schema: Nothing, nullable: [A]", "there is no schema Nothing"],
    ["finds no property", "schema: Thing, nullable: [Z]", "there is no property Z"],
    [
      "finds no operation",
      "operation: ThingFly, json: { a: {} }",
      "there is no operation ThingFly",
    ],
    [
      "finds no parameter",
      "operation: ThingList, parameters: { z: { required: true } }",
      "there is no parameter z",
    ],
    ["finds no answer", "response: ThingList.204, nullable: true", "has no body"],
    ["would change a shared schema", "schema: Thing.C.A, set: { type: string }", "correct that"],
    ["allows null again", "schema: Thing, nullable: [B]", "can be null already"],
    ["forbids null again", "schema: Thing, notNull: [A]", "cannot be null as it is"],
    ["requires again", "schema: Thing, required: [B]", "is required already"],
    ["frees again", "schema: Thing, optional: [A]", "is optional already"],
    ["adds again", "schema: Thing, add: { A: {} }", "exists already"],
    ["sets again", "schema: Thing.A, set: { type: string }", 'is "string" already'],
    [
      "adds an operation of a known name",
      "operation: ThingList, addOperation: { method: get, path: /all, tag: A }",
      "ThingList exists already",
    ],
    [
      "adds an operation where there is one",
      "operation: ThingAll, addOperation: { method: get, path: /things, tag: A }",
      "get /things exists already",
    ],
    [
      "adds an operation without a tag",
      "operation: ThingAll, addOperation: { method: get, path: /all }",
      "method, path and tag are needed",
    ],
    [
      "adds an operation with more than that",
      "operation: ThingAll, addOperation: { method: get, path: /all, tag: A, body: {} }",
      "body is none of method, path, tag",
    ],
    [
      "changes no parameter",
      "operation: ThingList, parameters: { filters: { in: query } }",
      "is so already",
    ],
  ])("is an error when it %s", (_, entry, message) => {
    expect(() => corrected(entry)).toThrow(message);
  });

  it("is named in the error, with its file", () => {
    expect(() => corrected("schema: Thing, required: [B]")).toThrow(
      "test.yaml: schema Thing, required: B is required already",
    );
  });
});

describe("the project's corrections", () => {
  it("all say how they are known", async () => {
    const corrections = await readCorrections();
    expect(corrections.length).toBeGreaterThan(150);
    for (const { evidence } of corrections) expect(evidence).toMatch(/\w+ \w+/);
  });

  it("require nothing of a schema that a request can hold", async () => {
    const required = (await readCorrections()).filter(
      ({ below, kind }) => below === "schema" && kind === "required",
    );
    const sent = new Set(schemasOfRequests(await readDocument(API_DOCUMENT)));
    expect(sent).toContain("HostConfig");
    expect(required.filter(({ path }) => sent.has(path.split(/\W/)[0] ?? ""))).toEqual([]);
  });

  it.each([
    ["has no evidence", "- { schema: Thing, nullable: [A] }", "without evidence"],
    ["has no place", "- { nullable: [A], evidence: seen }", "without a place"],
    [
      "has two changes",
      "- { schema: T, nullable: [A], required: [A], evidence: seen }",
      "exactly one",
    ],
    ["is of no known kind", "- { schema: Thing, wish: [A], evidence: seen }", "wish is none of"],
  ])("are refused when one %s", (_, text, message) => {
    expect(() => parseCorrections(text, "test.yaml")).toThrow(message);
  });
});
