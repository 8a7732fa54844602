import { convertDocument } from "./api/convert.js";
import { applyCorrections, readCorrections } from "./api/corrections.js";
import { API_DOCUMENT, readDocument, writeDocument } from "./api/document.js";
import { History } from "./api/history.js";
import { describeDocument, readWords } from "./api/words.js";

const sources = process.argv.slice(2);
const [newest] = sources.slice(-1);
if (newest === undefined) {
  console.error(`Usage: npm run import-api -- <published Engine API document>...

Files or URLs. One document is the next version's: what it is the first to have is dated to it.
Several, from the oldest to the newest, date everything anew.`);
  process.exit(2);
}
try {
  const history = sources.length > 1 ? new History() : History.of(await readDocument(API_DOCUMENT));
  for (const source of sources) history.add(convertDocument(await readDocument(source)));
  const document = convertDocument(await readDocument(newest));
  applyCorrections(document, await readCorrections());
  history.date(document);
  describeDocument(document, await readWords());
  await writeDocument(document, API_DOCUMENT);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
