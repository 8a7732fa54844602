import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReference, type ImageReference, parseReference } from "../../src/registry/index.js";
import { references } from "../support/references.js";

const hex = "0123456789abcdef".repeat(8);
const digest = `sha256:${hex.slice(0, 64)}`;

describe("an image reference", () => {
  it.each([
    ["alpine", "docker.io", "library/alpine", undefined, undefined],
    ["alpine:3.20", "docker.io", "library/alpine", "3.20", undefined],
    ["org/app", "docker.io", "org/app", undefined, undefined],
    ["docker.io/alpine", "docker.io", "library/alpine", undefined, undefined],
    ["docker.io/library/alpine", "docker.io", "library/alpine", undefined, undefined],
    ["index.docker.io/alpine", "docker.io", "library/alpine", undefined, undefined],
    ["docker.io:443/alpine", "docker.io:443", "alpine", undefined, undefined],
    ["docker.io", "docker.io", "library/docker.io", undefined, undefined],
    ["ghcr.io/org/team/app:v1.0", "ghcr.io", "org/team/app", "v1.0", undefined],
    ["localhost", "docker.io", "library/localhost", undefined, undefined],
    ["localhost/app", "localhost", "app", undefined, undefined],
    ["localhost:5000", "docker.io", "library/localhost", "5000", undefined],
    ["localhost:5000/app:1", "localhost:5000", "app", "1", undefined],
    ["10.0.0.1:5000/app", "10.0.0.1:5000", "app", undefined, undefined],
    ["Registry/app", "Registry", "app", undefined, undefined],
    ["[::1]:5000/app", "[::1]:5000", "app", undefined, undefined],
    ["[2001:db8::1]/app", "[2001:db8::1]", "app", undefined, undefined],
    ["a__b/c---d/e.f:_1", "docker.io", "a__b/c---d/e.f", "_1", undefined],
    [`alpine@${digest}`, "docker.io", "library/alpine", undefined, digest],
    [`ghcr.io/org/app:1@${digest}`, "ghcr.io", "org/app", "1", digest],
    [`a@sha512:${hex}`, "docker.io", "library/a", undefined, `sha512:${hex}`],
    [`a@sha384:${hex.slice(32)}`, "docker.io", "library/a", undefined, `sha384:${hex.slice(32)}`],
    [`a@x+y:${hex.slice(96)}`, "docker.io", "library/a", undefined, `x+y:${hex.slice(96)}`],
    [hex.slice(1, 64), "docker.io", `library/${hex.slice(1, 64)}`, undefined, undefined],
    [
      `library/${hex.slice(0, 64)}`,
      "docker.io",
      `library/${hex.slice(0, 64)}`,
      undefined,
      undefined,
    ],
  ])("%s is read as the engine reads it", (text, registry, repository, tag, sum) => {
    expect(parseReference(text)).toEqual({ registry, repository, tag, digest: sum });
  });

  it.each([
    ["", '"" is no image reference: it is empty'],
    [undefined, "it is empty"],
    [hex.slice(0, 64), "it is an image id, not a name"],
    [digest, "image id"],
    ["sha256:0123456789ab", "image id"],
    ["Alpine", '"Alpine" has upper-case letters; names are lower-case'],
    ["ghcr.io/Org/app", '"Org" has upper-case'],
    ["org//app", "a part of its name is empty"],
    ["/app", "is empty"],
    ["app/", "is empty"],
    ["a___b", '"a___b" is no name'],
    ["-app", '"-app" is no name'],
    ["äpp", "is no name"],
    ["app:", '"" is no tag'],
    ["app:-1", '"-1" is no tag'],
    ["app:1:2", '"1:2" is no tag'],
    [`app:${"x".repeat(129)}`, "up to 128"],
    ["app@sha256:12", '"sha256:12" is no digest'],
    ["app@", "is no digest"],
    [`app@sha256:${hex.slice(64).toUpperCase()}`, "is no digest"],
    [`app@sha256:${hex.slice(65)}`, "a digest of sha256 has 64 digits, not 63"],
    [`app@sha512:${hex.slice(64)}`, "a digest of sha512 has 128 digits, not 64"],
    [`app@${digest}@${digest}`, "more than one"],
    ["https://ghcr.io/app", "it has a scheme; leave out https://"],
    ["-x.com/app", '"-x.com" is no registry'],
    ["a..b/app", '"a..b" is no registry'],
    ["a_b.c/app", '"a_b.c" is no registry'],
    ["x.io:port/app", '"x.io:port" is no registry'],
    ["[::1/app", "is no registry"],
    [`ghcr.io/${"x".repeat(256)}`, "over 255 characters"],
    ["x".repeat(248), "over 255 characters"],
    ["app name", "a space in it"],
    ["app\n", "a space in it"],
  ])("%j is refused with the reason", (text, reason) => {
    expect(() => parseReference(text as string)).toThrow(
      expect.objectContaining({
        name: "ConfigError",
        option: "image",
        message: expect.stringContaining(reason),
      }),
    );
  });

  it.each(["https://me:s3cret@ghcr.io/app", "me:s3cret@ghcr.io/app", "me:s3c@s3cret@x.io/a/b"])(
    "with a password in it is refused without showing it",
    (text) => {
      expect(() => parseReference(text)).toThrow(expect.objectContaining({ option: "image" }));
      expect(() => parseReference(text)).not.toThrow(/s3c/);
    },
  );
});

describe("an image reference that is written", () => {
  it.each([
    ["alpine", "docker.io/library/alpine", "alpine"],
    ["index.docker.io/org/app:1", "docker.io/org/app:1", "org/app:1"],
    [`alpine:3.20@${digest}`, `docker.io/library/alpine:3.20@${digest}`, `alpine:3.20@${digest}`],
    ["docker.io:443/alpine", "docker.io:443/alpine", "docker.io:443/alpine"],
    ["ghcr.io/library/app", "ghcr.io/library/app", "ghcr.io/library/app"],
    ["library/a/b", "docker.io/library/a/b", "library/a/b"],
    ["docker.io/localhost/app", "docker.io/localhost/app", "docker.io/localhost/app"],
    ["docker.io/a.b/app", "docker.io/a.b/app", "docker.io/a.b/app"],
    [
      `library/${"a".repeat(64)}`,
      `docker.io/library/${"a".repeat(64)}`,
      `library/${"a".repeat(64)}`,
    ],
    ["library/sha256:12ab", "docker.io/library/sha256:12ab", "library/sha256:12ab"],
  ])("%s is %s in full, and %s in short", (text, full, familiar) => {
    const reference = parseReference(text);
    expect(formatReference(reference)).toBe(full);
    expect(formatReference(reference, { familiar: true })).toBe(familiar);
  });

  it.each<Partial<ImageReference>>([
    { registry: "org" },
    { registry: "" },
    { registry: "ghcr.io/org" },
    { repository: "app:1" },
    { repository: "" },
    { tag: "1:2" },
    { tag: "" },
    { digest: "" },
    { tag: `1@${digest}` },
  ])("is refused with %j, which is no part of one", (part) => {
    const reference = { registry: "ghcr.io", repository: "app", tag: undefined, digest: undefined };
    expect(() => formatReference({ ...reference, ...part })).toThrow(
      /^image: .* is no image refer/,
    );
  });
});

describe("any image reference", () => {
  it("is read, written and read to the same, in full and in short", () => {
    fc.assert(
      fc.property(references, (written) => {
        const reference = parseReference(written);
        const full = formatReference(reference);
        const familiar = formatReference(reference, { familiar: true });
        expect(parseReference(full)).toEqual(reference);
        expect(parseReference(familiar)).toEqual(reference);
        expect(formatReference(parseReference(familiar))).toBe(full);
        expect(familiar.length).toBeLessThanOrEqual(full.length);
      }),
      { numRuns: 500 },
    );
  });

  const read = (noise: string): ImageReference | undefined => {
    try {
      return parseReference(noise);
    } catch (error) {
      expect(error).toMatchObject({ name: "ConfigError", option: "image" });
      expect((error as Error).message.length).toBeLessThan(2000);
      return undefined;
    }
  };

  it("is a reference or is refused, whatever the text is", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(..."aA0.:/@-_[]+ sha256") }),
      fc
        .tuple(references, fc.string({ maxLength: 2 }), references)
        .map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(noise, (written) => {
        const reference = read(written);
        if (reference) expect(parseReference(formatReference(reference))).toEqual(reference);
      }),
      { numRuns: 1000 },
    );
  });

  // A pattern that tries every way would take hours for one of these, and the test would time out.
  it.each(["a", "-", "_", ".", "a-", "a.", "a__", "/", ":", "@", "a@", "[", "0", "A.", "://", " "])(
    "of 100 kB of %j is refused at once",
    (piece) => {
      const long = piece.repeat(100_000 / piece.length);
      for (const noise of [
        long,
        `${long}!`,
        `x.io/${long}!`,
        `${long}/a`,
        `a:${long}`,
        `a@${long}`,
      ]) {
        read(noise);
      }
    },
  );
});
