import { afterAll, describe, expect, it } from "vitest";
import { routes } from "../../generated/routes.js";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import { arrayAt, isObject, type JsonObject, objectAt, stringsAt } from "../../scripts/api/json.js";
import { operationsOf } from "../../scripts/api/operations.js";
import { createTransport } from "../../src/transport/create.js";
import { compareApiVersions } from "../../src/transport/version.js";

/** Operation to its filters: key to the schema of its values. */
const filters = operationsOf(await readDocument(API_DOCUMENT)).flatMap(({ id, object }) =>
  arrayAt(object, "parameters")
    .filter(isObject)
    .filter((parameter) => parameter.name === "filters")
    .map((parameter): [string, JsonObject] => {
      const json = objectAt(objectAt(objectAt(parameter, "content"), "application/json"), "schema");
      return [id, objectAt(json, "properties")];
    }),
);

/** Values where an engine wants more than any text. */
const values: Record<string, string> = {
  until: "1h",
  exited: "0",
  expose: "80",
  publish: "80",
  stars: "1",
  "desired-state": "running",
};

describe("an engine takes the filters that the types have, and no others", () => {
  const transport = createTransport();
  afterAll(() => transport.close());

  /** What an engine says of a filter: its status, and the message of an error. */
  async function ask(id: string, filter: Record<string, string[]>): Promise<string> {
    const [method, path] = routes[id as keyof typeof routes];
    const query = new URLSearchParams({ filters: JSON.stringify(filter), term: "sdk" });
    // Nothing may be removed, and past events come to an end.
    if (id === "SystemEvents") query.set("until", "1");
    const answer = await transport.send({ method, url: `${path}?${query}` });
    return `${answer.status} ${await answer.text()}`;
  }

  it.each(filters)("%s", async (id, keys) => {
    const version = await transport.apiVersion();
    expect(Object.keys(keys).length).toBeGreaterThan(1);
    for (const [key, schema] of Object.entries(keys).filter((entry) => isObject(entry[1]))) {
      const { "x-since": since, items } = schema as JsonObject;
      if (compareApiVersions(String(since), version) > 0) continue;
      const [first] = isObject(items as JsonObject) ? stringsAt(items as JsonObject, "enum") : [];
      const filter = { [key]: [first ?? values[key] ?? "sdk-none"] };
      if (/Prune$/.test(id) && key !== "label")
        filter[id === "BuildPrune" ? "id" : "label"] ??= ["none=1"];
      const said = await ask(id, filter);
      expect(said, key).not.toMatch(/invalid filter/i);
    }
    const refused = await ask(id, { "sdk-nonsense": ["1"] });
    // Where there is no swarm, an engine looks no further; of events, it ignores what it does not know.
    if (!refused.startsWith("503") && id !== "SystemEvents") {
      expect(refused).toMatch(/^[45]00 .*invalid filter/i);
    }
  });
});
