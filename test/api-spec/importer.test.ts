import { describe, expect, it } from "vitest";
import { convertDocument } from "../../scripts/api/convert.js";
import { parseYaml, toYaml } from "../../scripts/api/document.js";
import { isObject, type Json, type JsonObject } from "../../scripts/api/json.js";

const published = `
swagger: "2.0"
basePath: /v1.99
produces: [application/json, text/plain]
info: { version: "1.99", title: SENTENCE, description: SENTENCE, x-logo: { url: SENTENCE } }
tags: [{ name: Thing, x-displayName: SENTENCE, description: SENTENCE }]
definitions:
  Pointer: { type: object, x-nullable: true, description: SENTENCE, properties: { A: { type: string } } }
  ErrorResponse: { type: object, description: SENTENCE, properties: { message: { type: string } } }
  Thing:
    type: object
    title: SENTENCE
    required: [description]
    properties:
      description: { type: string, description: SENTENCE, example: SENTENCE }
      Here: { $ref: "#/definitions/Pointer" }
      There: { $ref: "#/definitions/Pointer", x-nullable: true }
      Wrapped: { description: SENTENCE, allOf: [{ $ref: "#/definitions/Pointer" }] }
      Kind: { type: string, enum: [a, b], default: a, x-nullable: true }
      When: { type: string, format: dateTime }
      Ports: { type: object, additionalProperties: { type: object, enum: [{}], default: {} } }
paths:
  /things/{id}:
    put:
      operationId: ThingPut
      summary: SENTENCE
      consumes: [application/json, application/octet-stream]
      produces: [application/x-tar]
      parameters:
        - { name: id, in: path, required: true, type: string, description: SENTENCE }
        - { name: words, in: query, type: array, items: { type: string } }
        - { name: keys, in: query, type: array, items: { type: string }, collectionFormat: multi }
        - { name: body, in: body, required: true, schema: { $ref: "#/definitions/Thing" } }
      responses:
        101: { description: SENTENCE }
        200: { description: SENTENCE, schema: { type: string, format: binary }, headers: { X-A: { type: string, description: SENTENCE } } }
        304: { description: SENTENCE }
        404: { description: SENTENCE, schema: { $ref: "#/definitions/ErrorResponse" }, examples: { application/json: { message: SENTENCE } } }
      tags: [Thing]
    head:
      operationId: ThingHead
      consumes: [application/octet-stream]
      parameters:
        - { name: Content-type, in: header, type: string, enum: [application/x-tar] }
        - { name: body, in: body, schema: { type: string, format: binary } }
      responses:
        200: { schema: { type: string } }
        500: { schema: { $ref: "#/definitions/ErrorResponse" } }
`;

const document = convertDocument(parseYaml(published) as JsonObject);

function at(...path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, key) => (isObject(value) ? value[key] : undefined),
    document,
  );
}

const thing = at("components", "schemas", "Thing", "properties") as JsonObject;
const put = at("paths", "/things/{id}", "put") as JsonObject;
const head = at("paths", "/things/{id}", "head") as JsonObject;

describe("the importer", () => {
  it("lets no sentence of the published document through", () => {
    expect(toYaml(document)).not.toContain("SENTENCE");
  });

  it("keeps a property that is called like a keyword", () => {
    expect(thing.description).toEqual({ type: "string" });
  });

  it("takes null for possible where a value says so, and not where a definition does", () => {
    const reference = { $ref: "#/components/schemas/Pointer" };
    expect(at("components", "schemas", "Pointer", "type")).toBe("object");
    expect(thing.Here).toEqual(reference);
    expect(thing.There).toEqual({ anyOf: [reference, { type: "null" }] });
  });

  it("adds null to an enum that can be null", () => {
    expect(thing.Kind).toEqual({ type: ["string", "null"], enum: ["a", "b", null], default: "a" });
  });

  it("unwraps a reference that was wrapped for the sake of a sentence", () => {
    expect(thing.Wrapped).toEqual({ $ref: "#/components/schemas/Pointer" });
  });

  it("writes the format of a time as validators know it, and empty objects as objects", () => {
    expect(thing.When).toEqual({ type: "string", format: "date-time" });
    expect(thing.Ports).toEqual({ type: "object", additionalProperties: { type: "object" } });
  });

  it("sends an object as JSON only, whatever else the operation consumes", () => {
    expect(put.requestBody).toEqual({
      content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
      required: true,
    });
  });

  it("takes a body's media type from a Content-Type parameter, and drops the parameter", () => {
    const schema = { type: "string", format: "binary" };
    expect(head.requestBody).toEqual({ content: { "application/x-tar": { schema } } });
    expect(head.parameters).toBeUndefined();
  });

  it("repeats the key of a list or joins its values, as the document says", () => {
    const schema = { type: "array", items: { type: "string" } };
    expect(put.parameters).toEqual([
      { name: "id", in: "path", required: true, schema: { type: "string" } },
      { name: "words", in: "query", explode: false, schema },
      { name: "keys", in: "query", schema },
    ]);
  });

  it("has one error response for all, and keeps 101 and 304 as what they are", () => {
    expect(put.responses).toEqual({
      "101": { description: "Switching Protocols" },
      "200": {
        description: "OK",
        headers: { "X-A": { schema: { type: "string" } } },
        content: { "application/x-tar": { schema: { type: "string", format: "binary" } } },
      },
      "304": { description: "Not Modified" },
      default: { $ref: "#/components/responses/Error" },
    });
    expect(at("components", "schemas", "ErrorResponse", "required")).toEqual(["message"]);
  });

  it("gives an answer to HEAD no body", () => {
    expect(head.responses).toHaveProperty("200", { description: "OK" });
  });

  it("refuses anything but Swagger 2.0", () => {
    expect(() => convertDocument({ openapi: "3.1.0" })).toThrow("Not a Swagger 2.0 document");
  });
});
