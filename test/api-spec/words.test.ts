import { describe, expect, it } from "vitest";
import { API_DOCUMENT, parseYaml, readDocument } from "../../scripts/api/document.js";
import { factsOf } from "../../scripts/api/facts.js";
import { arrayAt, isObject, type JsonObject, objectAt } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";
import { placeOf, schemaAt } from "../../scripts/api/place.js";
import { typesOf } from "../../scripts/api/types.js";
import { describeDocument, parseWords, readWords } from "../../scripts/api/words.js";

const document = await readDocument(API_DOCUMENT);

function small(): JsonObject {
  return parseYaml(`
openapi: 3.1.0
info: { title: A, version: "1.50" }
paths:
  /things:
    get:
      operationId: ThingList
      x-since: "1.25"
      parameters:
        - { name: all, in: query, x-since: "1.44", schema: { type: boolean } }
      responses:
        "200":
          description: OK
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
    Thing:
      type: object
      properties:
        Size: { type: integer, format: int64, x-since: "1.25" }
        Old: { type: string, description: another time's, x-since: "1.25", x-until: "1.43" }
        os.name: { type: string, x-since: "1.25" }
`) as JsonObject;
}

const words = `
operations:
  ThingList: Lists things.
  ThingList.all: Broken ones too.
schemas:
  Thing: What it is about.
  Thing.Size: Its size in bytes.
  Thing.os.name: The system it runs on.
`;

describe("the words", () => {
  it("reach the types, with the version that brought a thing", async () => {
    const described = small();
    describeDocument(described, parseWords(words));
    const types = await typesOf(described);
    expect(types).toContain("/** Lists things. */");
    expect(types).toMatch(/\* Broken ones too\.\n +\* @since API 1\.44\n/);
    expect(types).toContain("/** Its size in bytes. */");
    expect(types).toContain("/** Until API 1.43. */");
    expect(types).not.toContain("another time's");
    expect(types).not.toContain("int64");
    expect(types).not.toContain("API 1.25");
  });

  it("replace those of another time, and no others", () => {
    const described = small();
    describeDocument(described, parseWords(words));
    const once = JSON.stringify(described);
    describeDocument(described, parseWords(words));
    expect(JSON.stringify(described)).toBe(once);
    expect(once).toContain("The system it runs on.");
    expect(once).toContain('"description":"OK"');
  });

  it.each([
    ["operations: { ThingFly: Flies. }", "no operation ThingFly"],
    ["operations: { ThingList.al: Others. }", "no parameter al"],
    ["schemas: { Thing.Weight: Heavy. }", "Weight"],
    ["schemas: { Thing.Size: 7 }", "has no text"],
  ])("are refused where there is nothing to describe: %s", (text, message) => {
    expect(() => describeDocument(small(), parseWords(text))).toThrow(message);
  });
});

describe("words for what a newer document has no more", () => {
  it("are named all at once, with their file", () => {
    const stale =
      "operations: { ThingFly: Flies. }\nschemas: { Thing.Weight: Heavy., Other: One. }";
    const describing = (): void => describeDocument(small(), parseWords(stale));
    expect(describing).toThrow(/words\.yaml/);
    for (const place of ["ThingFly", "Thing.Weight", "Other"]) {
      expect(describing).toThrow(`\n${place}: `);
    }
  });
});

describe("everything is described", () => {
  it("of the operations: what they do, what they take, what they are sent", () => {
    const bare = operationsOf(document).flatMap(({ id, object }) => {
      const parts: [string, JsonObject][] = arrayAt(object, "parameters")
        .filter(isObject)
        .map((parameter) => [`${id}.${parameter.name}`, parameter]);
      const json = isObject(
        objectAt(objectAt(object, "requestBody"), "content")["application/json"],
      );
      if (json) parts.push([`${id}.body`, objectAt(object, "requestBody")]);
      return [[id, object] as const, ...parts].filter(([, part]) => !part.description);
    });
    expect(bare.map(([place]) => place)).toEqual([]);
  });

  it("of the schemas", () => {
    const bare = [...factsOf(document)].filter(
      ({ place, object }) => place.startsWith("schema ") && !object.description,
    );
    expect([...new Set(bare.map(({ place }) => place))]).toEqual([]);
  });

  it("in sentences of a sensible length", async () => {
    const { operations, schemas } = await readWords();
    for (const [place, text] of [...operations, ...schemas]) {
      expect(text, place).toMatch(/^[A-Z`"0-9-][\s\S]*[.)]$/);
      expect(text.length, place).toBeLessThan(700);
    }
  });

  it("with the property in hand, whatever its name", () => {
    expect(schemaAt(placeOf(document, "schema", "OCIPlatform.os.version"))).toHaveProperty("type");
  });
});
