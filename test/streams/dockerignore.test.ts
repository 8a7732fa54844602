import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.js";
import { Dockerignore } from "../../src/streams/dockerignore.js";
import { walkFiles } from "../../src/streams/local-files.js";
import { temporaryDirectory } from "../support/files.js";
import { collect } from "../support/frames.js";

const FILES =
  "!bang #hash A.txt README.md [x] a*b a.txt a1b d/c/x d/c/y.md d/foo foo src/foo.md/x src/foo/bar xfoo é.md".split(
    " ",
  );
const ALL = FILES.join(" ");

/** Patterns, and what `docker build` (28.5, classic builder) leaves out of the files above. */
const CASES: readonly (readonly [patterns: string, ignored: string])[] = [
  ["", ""],
  ["\n# foo\n\n", ""],
  ["#foo", ""],
  [" #hash\nxfoo", "#hash xfoo"],
  ["foo", "foo"],
  ["/foo", "foo"],
  ["foo/", "foo"],
  ["./foo/", "foo"],
  ["d/../foo", "foo"],
  ["  foo  ", "foo"],
  ["foo\r\nxfoo\r\n", "foo xfoo"],
  ["\ufefffoo", "foo"],
  ["../foo", ""],
  ["FOO", ""],
  ["*", ALL],
  ["**", ALL],
  ["*\n!foo", without("foo")],
  ["*\n!src/foo", without("src/foo/bar")],
  ["*\n!d", without("d/c/x", "d/c/y.md", "d/foo")],
  ["*\n!d/c/x", without("d/c/x")],
  ["*\n!**/x", ALL],
  ["d\n!d/c/x", "d/c/y.md d/foo"],
  ["d\n!**/x", "d/c/x d/c/y.md d/foo"],
  ["d/*\n!d/c", "d/foo"],
  ["d/*\n!d/c\nd/c/x", "d/c/x d/foo"],
  ["!foo\nfoo", "foo"],
  ["foo\n!foo\nfoo", "foo"],
  ["! foo\nfoo\n!  foo", ""],
  ["*.md", "README.md é.md"],
  ["*.md\n!README.md", "é.md"],
  ["*/*", "d/c/x d/c/y.md d/foo src/foo.md/x src/foo/bar"],
  ["*/*/*", "d/c/x d/c/y.md src/foo.md/x src/foo/bar"],
  ["**/foo", "d/foo foo src/foo/bar"],
  ["**foo", "d/foo foo src/foo/bar xfoo"],
  ["foo**", "foo"],
  ["**/*.md", "README.md d/c/y.md src/foo.md/x é.md"],
  ["**.md", "README.md d/c/y.md src/foo.md/x é.md"],
  ["src/**", "src/foo.md/x src/foo/bar"],
  ["**/src/**/bar", "src/foo/bar"],
  ["d/**/x", "d/c/x"],
  ["?oo", "foo"],
  ["é?md", "é.md"],
  ["a?b", "a*b a1b"],
  ["a[*]b", ""],
  ["[^a-z]*", "!bang #hash A.txt README.md [x] é.md"],
  ["[a-c]*.txt", "a.txt"],
  ["[[]x]", "[x]"],
  ["\\[x\\]", "[x]"],
  ["\\!bang", "!bang"],
  ["\\#hash", "#hash"],
  ["a\\*b", "a*b"],
  ["d\n!d\nd/foo", "d/foo"],
  // An exception that changes nothing for "d" is not remembered for what is below it.
  ["d/c\n!d\nd/foo", "d/c/x d/c/y.md d/foo"],
  ["src\n!src/foo/bar", "src/foo.md/x"],
  [".", ""],
  ["/", ""],
  ["!.", ""],
  ["foo\n!foo/..", "foo"],
];

function without(...names: string[]): string {
  return FILES.filter((name) => !names.includes(name)).join(" ");
}

async function write(directory: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), "");
  }
}

describe("a .dockerignore", () => {
  it("leaves out what docker build leaves out", async () => {
    const directory = await temporaryDirectory();
    await write(directory, FILES);
    for (const [patterns, ignored] of CASES) {
      const ignore = new Dockerignore(patterns, ".dockerignore");
      const walked = (await collect(walkFiles(directory, { ignore })))
        .filter(({ type }) => type === "file")
        .map(({ name }) => name);
      const left = FILES.filter((name) => !walked.includes(name)).join(" ");
      expect(left, JSON.stringify(patterns)).toBe(ignored);
    }
  });

  it.each(["!", "!/", "!/.", "a\n! \n", "[", "a[", "[]a]", "a\\", "[a-]", "[z-a]", "!x[/]["])(
    "with the pattern %j is refused",
    (patterns) => {
      const reading = (): unknown => new Dockerignore(patterns, "/app/.dockerignore");
      expect(reading).toThrow(ConfigError);
      expect(reading).toThrow("/app/.dockerignore: the pattern");
    },
  );

  it("keeps what must be sent, even in a directory that is ignored", () => {
    const ignore = new Dockerignore("*", ".dockerignore", ["docker/Dockerfile", ".dockerignore"]);
    expect(ignore.ignores("docker/Dockerfile")).toBe(false);
    expect(ignore.ignores(".dockerignore")).toBe(false);
    expect(ignore.ignores("docker/other")).toBe(true);
    expect(ignore.mayHoldExceptions("docker")).toBe(true);
    expect(ignore.mayHoldExceptions("dock")).toBe(false);
  });

  it("has backslashes between the parts of a path on Windows, and no escapes", () => {
    const ignore = new Dockerignore("d\\c\\*.md\n!d\\c\\z.md", ".dockerignore", [], true);
    expect(ignore.ignores("d/c/y.md")).toBe(true);
    expect(ignore.ignores("d/c/z.md")).toBe(false);
  });

  it("takes one character for one, whatever JavaScript counts", () => {
    const ignore = new Dockerignore("a?b", ".dockerignore");
    expect(ignore.ignores("a📦b")).toBe(true);
    expect(ignore.ignores("aüüb")).toBe(false);
  });
});
