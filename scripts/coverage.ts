import { readFile, writeFile } from "node:fs/promises";
import { COVERAGE, type Coverage } from "./api/operation-table.js";

/**
 * Takes what test runs have noted (`RECORD_OPERATIONS`) into test/coverage.json, engine by engine.
 * With `--check` nothing is written, and an operation that is no longer answered is an error.
 */
const [first, ...others] = process.argv.slice(2);
const check = first === "--check";
const recordings = check ? others : [first ?? "", ...others];
const coverage = JSON.parse(await readFile(COVERAGE, "utf8")) as Coverage;

for (const recording of recordings) {
  const [, engine, file] = /^([^=]+)=(.+)$/.exec(recording) ?? [];
  if (engine === undefined || file === undefined) {
    console.error("Usage: npm run coverage -- [--check] <engine>=<file>...");
    process.exit(2);
  }
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  const met = [...new Set(lines)].sort();
  if (check) {
    const missing = (coverage[engine] ?? []).filter((operation) => !met.includes(operation));
    if (missing.length > 0) {
      console.error(`No longer answered by ${engine} in a test: ${missing.join(", ")}`);
      process.exitCode = 1;
    }
  } else coverage[engine] = met;
}
if (!check) await writeFile(COVERAGE, `${JSON.stringify(coverage, null, 2)}\n`);
