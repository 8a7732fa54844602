import { describe, expect, it } from "vitest";
import { applyCorrections, parseCorrections } from "../../scripts/api/corrections.js";
import { parseYaml } from "../../scripts/api/document.js";
import { factsOf } from "../../scripts/api/facts.js";
import type { JsonObject } from "../../scripts/api/json.js";
import { placeOf, schemaAt } from "../../scripts/api/place.js";
import { typesOf } from "../../scripts/api/types.js";
import { unknownMembers } from "../support/unknown-members.js";

const REF = { $ref: "#/components/schemas/Settings" };

/** A thing whose settings are sent in one place and answered in two. */
function apiDocument(): JsonObject {
  return parseYaml(`
openapi: 3.1.0
info: { title: A, version: "1.50" }
paths:
  /things:
    post:
      operationId: ThingCreate
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/Settings" } } }
      responses:
        "200":
          description: OK
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
    Limits: { type: object, properties: { Memory: { type: integer } } }
    Settings:
      allOf:
        - $ref: "#/components/schemas/Limits"
        - type: object
          required: [Name]
          properties:
            Name: { type: string }
            Labels: { type: [object, "null"] }
            Limits: { $ref: "#/components/schemas/Limits" }
    Thing:
      type: object
      properties:
        Settings: { $ref: "#/components/schemas/Settings" }
        Others: { type: object, additionalProperties: { $ref: "#/components/schemas/Settings" } }
`) as JsonObject;
}

function corrected(entry: string): JsonObject {
  const document = apiDocument();
  applyCorrections(document, parseCorrections(`- { ${entry}, evidence: seen }`, "test.yaml"));
  return document;
}

describe("what an answer always has of a schema that bodies share", () => {
  const entry =
    'schema: [Thing.Settings, "Thing.Others{}"], required: [Labels, Memory, Limits, Limits.Memory]';
  const thing = ["components", "schemas", "Thing", "properties"];
  const properties = { Limits: { required: ["Memory"] } };
  const promise = { allOf: [REF, { required: ["Labels", "Memory", "Limits"] }, { properties }] };

  it("is required where it is answered, and nowhere else", () => {
    const document = corrected(entry);
    expect(document).toHaveProperty([...thing, "Settings"], promise);
    expect(document).toHaveProperty([...thing, "Others", "additionalProperties"], promise);
    const settings = (of: JsonObject): JsonObject => schemaAt(placeOf(of, "schema", "Settings"));
    expect(settings(document)).toEqual(settings(apiDocument()));
  });

  it.each([
    ["has no such member", "required: [Nothing]", "there is no property Nothing"],
    ["has no such member of a member", "required: [Limits.No]", "there is no property No"],
    [
      "may lack the member of a member",
      "required: [Limits.Memory]",
      "Limits is not required before",
    ],
    ["has it in bodies too", "required: [Name]", "Name is required already"],
    ["is not a list", "required: Labels", "not a list of properties"],
  ])("is an error when it %s", (_, change, message) => {
    expect(() => corrected(`schema: Thing.Settings, ${change}`)).toThrow(message);
  });

  it("is an error when it is said twice", () => {
    const twice = "schema: [Thing.Settings, Thing.Settings], required: [Labels]";
    expect(() => corrected(twice)).toThrow("there is no property Labels");
  });

  it("is the same type in TypeScript, with these members for sure", async () => {
    const type = 'components["schemas"]["Settings"]';
    const sure = `${type} & Sure<${type}, "Labels" | "Memory" | "Limits">`;
    const inner = `Limits: Sure<NonNullable<${type}["Limits"]>, "Memory">;`;
    const types = await typesOf(corrected(entry));
    expect(types).toContain(`Settings?: (${sure} & {\n`);
    expect(types).toContain(inner);
    expect(types).toContain(`[key: string]: ${sure} & {`);
    expect(types).toContain(`"application/json": ${type};`);
  });

  it("is found by whoever reads the document", () => {
    const document = corrected(entry);
    const places = (of: JsonObject): string[] => [...factsOf(of)].map(({ place }) => place);
    expect(places(document)).toEqual(places(apiDocument()));
    const answer = { Settings: { Name: "a", Limits: { Memory: 1 }, Odd: 1 } };
    const schema = { $ref: "#/components/schemas/Thing" };
    expect(unknownMembers(document, schema, answer)).toEqual([
      "/Settings/Odd is not in the document",
    ]);
  });
});
