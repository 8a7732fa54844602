import fc from "fast-check";

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const part = fc
  .tuple(
    word,
    fc.array(fc.tuple(fc.constantFrom(".", "_", "__", "-", "---"), word), { maxLength: 2 }),
  )
  .map(([first, more]) => first + more.flat().join(""));
const host = fc.oneof(
  fc.constantFrom("localhost", "docker.io", "index.docker.io", "[::1]", "[2001:DB8::5]", "UPPER"),
  fc.tuple(word, word).map((labels) => labels.join(".")),
);
const port = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 0, max: 99_999 }).map((n) => `:${n}`),
);
const registry = fc.tuple(host, port).map((both) => both.join(""));
const algorithms = fc.constantFrom(["sha256", 64], ["sha384", 96], ["sha512", 128], ["x.y+z", 32]);
const digests = fc
  .tuple(algorithms, fc.integer({ min: 0, max: 1000 }))
  .map(
    ([[algorithm, length], n]) => `${algorithm}:${n.toString(16).padStart(Number(length), "0")}`,
  );
/** References of every form; all of them can be read. */
export const references: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(registry, { nil: undefined }),
    fc.array(fc.oneof(part, fc.constantFrom("library", "localhost", "a".repeat(64), "sha256")), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.option(fc.stringMatching(/^\w[\w.-]{0,10}$/), { nil: undefined }),
    fc.option(digests, { nil: undefined }),
  )
  .map(([where, parts, tag, sum]) => {
    const name = [where, ...parts].filter((one) => one !== undefined).join("/");
    return name + (tag === undefined ? "" : `:${tag}`) + (sum === undefined ? "" : `@${sum}`);
  })
  // An id is no name, and a registry has no underscore.
  .filter((one) => !/^([0-9a-f]{64}|sha256:[0-9a-f]*)$|^(?=[^/]*\.)[^/]*_[^/]*\//.test(one));

/** References in which a few characters are others, or gone: some can still be read. */
export const misspelt: fc.Arbitrary<string> = fc
  .tuple(
    references,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(..."aA0._-:/@ +[]é", ""), fc.constantFrom(0, 1)), {
      maxLength: 2,
    }),
  )
  .map(([reference, changes]) =>
    changes.reduce((text, [place, other, removed]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + other + text.slice(at + removed);
    }, reference),
  );
