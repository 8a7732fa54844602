import { describe, expect, it } from "vitest";
import { convertDocument } from "../../scripts/api/convert.js";
import { parseYaml } from "../../scripts/api/document.js";
import { factsOf } from "../../scripts/api/facts.js";
import { History } from "../../scripts/api/history.js";
import type { JsonObject } from "../../scripts/api/json.js";

/** A published document of a version, with a list of things and whatever else is given. */
function published(version: string, properties: string, more = "", name = "Thing"): JsonObject {
  return convertDocument(
    parseYaml(`
swagger: "2.0"
info: { version: "${version}" }
definitions:
  ${name}: { type: object, properties: { ${properties} } }
paths:
  /things/{id}:
    get:
      operationId: ThingList
      tags: [Thing]
      parameters:
        - { name: id, in: path, required: true, type: string }
        ${more}
      responses: { 200: { schema: { type: array, items: { $ref: "#/definitions/${name}" } } } }
`) as JsonObject,
  );
}

/** Place to its dates, of a document that was dated. */
function dates(document: JsonObject): Record<string, unknown> {
  return Object.fromEntries(
    [...factsOf(document)].map(({ place, object }) => {
      const { "x-since": since, "x-until": until } = object;
      return [place, until === undefined ? since : `${since} to ${until}`];
    }),
  );
}

const string = "{ type: string }";
const filter = "- { name: all, in: query, type: boolean }";

function history(...documents: JsonObject[]): History {
  const taken = new History();
  for (const document of documents) taken.add(document);
  return taken;
}

describe("the dates in api-spec.yaml", () => {
  it("are those of the first document that has a thing", () => {
    const newest = published("1.27", `Name: ${string}, Size: ${string}`, filter);
    const taken = history(
      published("1.25", `Name: ${string}`),
      published("1.26", `Name: ${string}, Size: ${string}`),
      newest,
    );
    taken.date(newest);
    expect(dates(newest)).toEqual({
      "operation ThingList": "1.25",
      "parameter ThingList.id": "1.25",
      "parameter ThingList.all": "1.27",
      "schema Thing.Name": "1.25",
      "schema Thing.Size": "1.26",
    });
  });

  it("outlive another name of the schema", () => {
    const newest = published("1.26", `Name: ${string}`, "", "ThingSummary");
    const taken = history(published("1.25", `Name: ${string}`), newest);
    taken.date(newest);
    expect(dates(newest)).toMatchObject({ "schema ThingSummary.Name": "1.25" });
  });

  it("tell the last version of what a correction has kept", () => {
    const newest = published("1.27", `Name: ${string}`);
    const taken = history(
      published("1.25", `Name: ${string}, Size: ${string}`),
      published("1.26", `Name: ${string}`),
      newest,
    );
    const kept = published("1.27", `Name: ${string}, Size: ${string}, Own: ${string}`);
    taken.date(kept);
    expect(dates(kept)).toMatchObject({
      "schema Thing.Size": "1.25 to 1.25",
      "schema Thing.Own": "1.25",
    });
  });

  it("are a correction's own where it has any", () => {
    const newest = published("1.26", `Name: { type: string, x-kept: 1 }`);
    const taken = history(published("1.25", ""), newest);
    for (const { object } of factsOf(newest)) object["x-since"] = "1.24";
    taken.date(newest);
    expect(dates(newest)).toMatchObject({ "schema Thing.Name": "1.24" });
  });

  it("stay with the next version, and date what is new in it", () => {
    const old = published("1.26", `Name: ${string}`);
    history(published("1.25", ""), old).date(old);
    const next = published("1.27", `Name: ${string}, Size: ${string}`, filter);
    const taken = History.of(old);
    taken.add(next);
    taken.date(next);
    expect(dates(next)).toMatchObject({
      "operation ThingList": "1.25",
      "schema Thing.Name": "1.26",
      "schema Thing.Size": "1.27",
      "parameter ThingList.all": "1.27",
    });
  });

  it("do not change when the same version is imported again", () => {
    const old = published("1.26", `Name: ${string}`);
    history(published("1.25", ""), old).date(old);
    const again = published("1.26", `Name: ${string}, Corrected: ${string}`);
    const taken = History.of(old);
    taken.add(again);
    taken.date(again);
    expect(dates(again)).toMatchObject({
      "schema Thing.Name": "1.26",
      "schema Thing.Corrected": "1.25",
    });
  });

  it("end with a schema that contains itself", () => {
    const tree = published("1.25", `Name: ${string}, Child: { $ref: "#/definitions/Thing" }`);
    const taken = history(tree);
    taken.date(tree);
    expect(dates(tree)).toMatchObject({ "schema Thing.Child": "1.25" });
  });
});
