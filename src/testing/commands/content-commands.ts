import { createHash } from "node:crypto";
import type { Program, ProgramContext } from "../containers/process.js";
import { FileError } from "../files/file-error.js";
import { readAll } from "../shell/input.js";
import { put } from "../shell/output.js";
import { readWords } from "./words.js";

/** The built-in commands that make something else of the bytes of a file. */
export const contentCommands: readonly (readonly [string, Program])[] = [
  ["md5sum", (context) => sum(context, "md5")],
  ["sha256sum", (context) => sum(context, "sha256")],
  ["base64", base64],
];

async function read(
  name: string,
  path: string,
  context: ProgramContext,
): Promise<Buffer | undefined> {
  if (path === "-") return readAll(context.stdin, context.signal);
  try {
    return context.files.read(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    context.stderr.write(`${name}: can't open '${path}': ${error.reason}\n`);
    return undefined;
  }
}

async function sum(context: ProgramContext, algorithm: "md5" | "sha256"): Promise<number> {
  const name = `${algorithm}sum`;
  const words = readWords(name, "", context);
  if (words === undefined) return 1;
  let code = 0;
  for (const path of words.operands.length > 0 ? words.operands : ["-"]) {
    const bytes = await read(name, path, context);
    if (bytes === undefined) code = 1;
    else
      await put(context.stdout, `${createHash(algorithm).update(bytes).digest("hex")}  ${path}\n`);
  }
  return code;
}

async function base64(context: ProgramContext): Promise<number> {
  const words = readWords("base64", "dw:", context);
  const bytes = words && (await read("base64", words.operands[0] ?? "-", context));
  if (words === undefined || bytes === undefined) return 1;
  if (words.options.has("d")) {
    await put(context.stdout, Buffer.from(bytes.toString("latin1"), "base64"));
    return 0;
  }
  const width = Number(words.options.get("w") ?? 76);
  const text = bytes.toString("base64");
  const lines = width > 0 ? (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []) : [text];
  await put(context.stdout, width > 0 ? lines.map((line) => `${line}\n`).join("") : text);
  return 0;
}
