import { readdir, readFile, writeFile } from "node:fs/promises";

/**
 * Mends the declarations in `dist/`, which are most of what a user downloads: what the API consists
 * of is held once, for ESM and CJS alike; a level of indentation is one byte; and what is a type
 * alone is exported as one, which the bundler of declarations forgets of classes.
 */
const dist = new URL("../dist/", import.meta.url);
const EXPORTS = /^export \{([^}]*)\}/gm;
const all = await readdir(dist);
const names = all.filter((name) => /\.d\.c?ts$/.test(name)).sort();
const texts = new Map<string, string>();
for (const name of names) {
  const text = await readFile(new URL(name, dist), "utf8");
  const indented = text.replace(/^(?: {4})+/gm, (spaces) => "\t".repeat(spaces.length / 4));
  texts.set(name, await withTypesMarked(name, indented));
}
for (const [name, text] of texts) {
  const twin = name.replace(/\.d\.ts$/, ".d.cts");
  const shared = twin !== name && texts.get(twin) === text && !/^import|class /m.test(text);
  const specifier = `./${twin.replace(/\.d\.cts$/, ".cjs")}`;
  const content = shared ? `export type * from "${specifier}";\n` : text;
  await writeFile(new URL(name, dist), content);
}

/** Of an entry point: whatever its module does not export is `type`. */
async function withTypesMarked(name: string, text: string): Promise<string> {
  const module = name.replace(/\.d\.c?ts$/, ".js");
  if (!all.includes(module)) return text;
  const code = await readFile(new URL(module, dist), "utf8");
  const exported = new Set([...code.matchAll(EXPORTS)].flatMap(([, list = ""]) => namesOf(list)));
  return text.replace(EXPORTS, (whole, list: string) => {
    const marked = list.split(",").map((entry) => {
      const isType = /^\s*type\s/.test(entry) || namesOf(entry).some((own) => exported.has(own));
      return isType ? entry : entry.replace(/\S/, "type $&");
    });
    return whole.replace(list, marked.join(","));
  });
}

/** The names by which a list of exports is known outside. */
function namesOf(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim().replace(/^.* as /, ""))
    .filter((entry) => entry !== "");
}
