import { readdir, readFile, writeFile } from "node:fs/promises";

/**
 * Makes the declarations in `dist/` smaller: they are most of what a user downloads. What the API
 * consists of is held once, for ESM and CJS alike, and a level of indentation is one byte.
 */
const dist = new URL("../dist/", import.meta.url);
const names = (await readdir(dist)).filter((name) => /\.d\.c?ts$/.test(name)).sort();
const texts = new Map<string, string>();
for (const name of names) {
  const text = await readFile(new URL(name, dist), "utf8");
  texts.set(
    name,
    text.replace(/^(?: {4})+/gm, (spaces) => "\t".repeat(spaces.length / 4)),
  );
}
for (const [name, text] of texts) {
  const twin = name.replace(/\.d\.ts$/, ".d.cts");
  const shared = twin !== name && texts.get(twin) === text && !/^import|class /m.test(text);
  const specifier = `./${twin.replace(/\.d\.cts$/, ".cjs")}`;
  const content = shared ? `export type * from "${specifier}";\n` : text;
  await writeFile(new URL(name, dist), content);
}
