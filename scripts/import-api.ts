import { convertDocument } from "./api/convert.js";
import { applyCorrections, readCorrections } from "./api/corrections.js";
import { API_DOCUMENT, readDocument, writeDocument } from "./api/document.js";

const [from] = process.argv.slice(2);
if (from === undefined) {
  console.error("Usage: npm run import-api -- <file or URL of a published Engine API document>");
  process.exit(2);
}
try {
  const document = convertDocument(await readDocument(from));
  applyCorrections(document, await readCorrections());
  await writeDocument(document, API_DOCUMENT);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
