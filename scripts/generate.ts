import { mkdir, readFile, writeFile } from "node:fs/promises";
import { API_DOCUMENT, readDocument, toYaml } from "./api/document.js";
import { generatedFiles, staleFiles } from "./api/files.js";
import { COVERAGE, type Coverage, README, withOperationTable } from "./api/operation-table.js";
import { describeDocument, readWords } from "./api/words.js";

const folder = new URL("../generated/", import.meta.url);
const document = await readDocument(API_DOCUMENT);
describeDocument(document, await readWords());
const text = toYaml(document);
const files = await generatedFiles(document);
const coverage = JSON.parse(await readFile(COVERAGE, "utf8")) as Coverage;
const oldReadme = await readFile(README, "utf8");
const readme = withOperationTable(oldReadme, document, coverage);

if (process.argv.includes("--check")) {
  const stale = (await staleFiles(files, folder)).map((name) => `generated/${name}`);
  if ((await readFile(API_DOCUMENT, "utf8")) !== text) stale.unshift("api-spec.yaml");
  if (oldReadme !== readme) stale.unshift("README.md");
  if (stale.length > 0) {
    const names = stale.join(", ");
    console.error(`Not what api-spec.yaml and its words give: ${names}. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
} else {
  await writeFile(API_DOCUMENT, text);
  await writeFile(README, readme);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(new URL(name, folder), content);
}
