// Prints which way has led to which engine: ways.mjs ENGINE RESULTS.json ..., of vitest's JSON reporter.
// Exits with the number of ways that were not tried; whether those that were tried passed, vitest says.
import { readFileSync } from "node:fs";

const FILE = /\/ways\.test\.ts$/;
const TITLE = /^go over (.+)$/;

/** What became of each way in a run. */
function readWays(file) {
  const { testResults } = JSON.parse(readFileSync(file, "utf8"));
  const tests = testResults.filter(({ name }) => FILE.test(name));
  const ways = tests
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, status }) => [TITLE.exec(title)?.[1], status]);
  return new Map(ways.filter(([way]) => way !== undefined));
}

function tryReading(file) {
  try {
    return readWays(file);
  } catch {
    // A run that broke off left nothing.
    return new Map();
  }
}

const words = process.argv.slice(2);
const engines = words.filter((_, i) => i % 2 === 0);
const runs = words.filter((_, i) => i % 2 === 1).map(tryReading);
const ways = [...new Set(runs.flatMap((run) => [...run.keys()]))];
const shown = { passed: "passed", failed: "FAILED" };
const cells = ways.map((way) => runs.map((run) => shown[run.get(way)] ?? "NOT RUN"));

const width = Math.max(...ways.map((way) => way.length));
const line = (first, rest) => [
  first.padEnd(width),
  ...rest.map((cell, i) => cell.padEnd(engines[i].length)),
];
console.log(line("", engines).join("   ").trimEnd());
for (const [i, way] of ways.entries()) console.log(line(way, cells[i]).join("   ").trimEnd());

const missing = cells.flat().filter((cell) => cell === "NOT RUN").length;
process.exitCode = ways.length === 0 || engines.length === 0 ? 1 : missing;
