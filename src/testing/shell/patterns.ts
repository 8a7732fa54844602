import type { ContainerFiles } from "../files/container-files.js";

/** Text of which some may be quoted: what is quoted is no pattern. */
export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

export const isPattern = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ text, quoted }) => !quoted && /[*?[]/.test(text));

/** A pattern as a regular expression without its anchors. */
export function patternSource(pieces: readonly Piece[], any = "[^]", lazy = false): string {
  return pieces
    .map(({ text, quoted }) =>
      quoted
        ? literal(text)
        : text.replace(/\[(!?)([^\]]+)\]|[*?]|[\s\S]/g, (token, not?: string, set?: string) => {
            if (token === "*") return `${any}*${lazy ? "?" : ""}`;
            if (token === "?") return any;
            if (set === undefined) return literal(token);
            return `[${not ? "^" : ""}${set.replace(/[\\^]/g, "\\$&")}]`;
          }),
    )
    .join("");
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

export const matches = (pieces: readonly Piece[], text: string): boolean =>
  new RegExp(`^(?:${patternSource(pieces)})$`).test(text);

/** The files that a pattern names, sorted; none where nothing fits. */
export function glob(files: ContainerFiles, pieces: readonly Piece[]): string[] {
  const steps: Piece[][] = [[]];
  for (const { text, quoted } of pieces) {
    for (const [index, part] of text.split("/").entries()) {
      if (index > 0) steps.push([]);
      steps.at(-1)?.push({ text: part, quoted });
    }
  }
  let found = [""];
  for (const [index, step] of steps.entries()) {
    const separator = index === 0 ? "" : "/";
    found = found.flatMap((before) => {
      if (!isPattern(step)) return [`${before}${separator}${textOf(step)}`];
      const hidden = textOf(step).startsWith(".");
      return namesIn(files, `${before}${separator}` || ".")
        .filter((name) => hidden || !name.startsWith("."))
        .filter((name) => matches(step, name))
        .map((name) => `${before}${separator}${name}`);
    });
  }
  return found.filter((path) => files.exists(path)).sort();
}

function namesIn(files: ContainerFiles, directory: string): string[] {
  try {
    return files.list(directory);
  } catch {
    return [];
  }
}
