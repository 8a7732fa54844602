import { mkdir, writeFile } from "node:fs/promises";
import { API_DOCUMENT, readDocument } from "./api/document.js";
import { generatedFiles, staleFiles } from "./api/files.js";

const folder = new URL("../generated/", import.meta.url);
const files = await generatedFiles(await readDocument(API_DOCUMENT));

if (process.argv.includes("--check")) {
  const stale = await staleFiles(files, folder);
  if (stale.length > 0) {
    const names = stale.map((name) => `generated/${name}`).join(", ");
    console.error(`Not what api-spec.yaml gives: ${names}. Run \`npm run generate\`.`);
    process.exitCode = 1;
  }
} else {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(new URL(name, folder), content);
}
