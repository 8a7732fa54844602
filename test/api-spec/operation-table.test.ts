import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { routes } from "../../generated/routes.js";
import { API_DOCUMENT, readDocument } from "../../scripts/api/document.js";
import {
  COVERAGE,
  type Coverage,
  README,
  withOperationTable,
} from "../../scripts/api/operation-table.js";

const coverage = JSON.parse(await readFile(COVERAGE, "utf8")) as Coverage;

describe("the table of operations in the README", () => {
  it("is up to date", async () => {
    const readme = await readFile(README, "utf8");
    expect(withOperationTable(readme, await readDocument(API_DOCUMENT), coverage)).toBe(readme);
  });

  it("has no operation without a test", () => {
    const tested = new Set(Object.values(coverage).flat());
    expect(Object.keys(routes).filter((operation) => !tested.has(operation))).toEqual([]);
  });

  it("has only operations that there are, and most of them of every engine", () => {
    expect(Object.keys(coverage)).toEqual([
      "mock",
      "engine 20.10",
      "engine 26",
      "engine 28",
      "podman 5",
    ]);
    for (const [engine, met] of Object.entries(coverage)) {
      expect(met.filter((operation) => !(operation in routes))).toEqual([]);
      if (engine.startsWith("engine")) expect(met.length).toBeGreaterThan(100);
    }
  });
});
