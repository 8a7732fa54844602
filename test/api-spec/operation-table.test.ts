import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import { objectAt } from "../../scripts/api/json.js";
import { README, withOperationTable } from "../../scripts/api/operation-table.js";

it("the table of operations can be made while a new one has no method yet", async () => {
  const document = await readDocument(API_DOCUMENT);
  objectAt(document, "paths")["/containers/{id}/fly"] = {
    post: { operationId: "ContainerFly", "x-since": "1.57", responses: {} },
  };
  const readme = withOperationTable(await readFile(README, "utf8"), document, {});
  expect(readme).toContain("| `none yet` | ContainerFly | 1.57 |");
  expect(readme).toContain("| `containers.list` | ContainerList | 1.");
});
