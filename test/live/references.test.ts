import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { formatReference, parseReference } from "../../src/registry/index.js";
import { misspelt, references } from "../support/references.js";
import { Docker, ensureImage, image } from "./engine.js";

const hex = "0123456789abcdef".repeat(8);

/** Where this package and an engine differ, and why. */
const DIFFERENCES: [(text: string) => boolean, "ours" | "engine", string][] = [
  [
    (text) => /^sha256:[0-9a-f]*$/.test(text),
    "engine",
    "An id is no name: the engine would look for a repository called sha256.",
  ],
  [
    (text) => /@(?!sha(256|384|512):)[a-z][\w.+-]*:[0-9a-f]{32,}$/.test(text),
    "ours",
    "Which algorithms there are is the engine's to say; another one may know more.",
  ],
  [
    (text) => /^(?=[^/]*\.)[a-z0-9.-]*_[a-z0-9._-]*\//.test(text),
    "engine",
    "A registry has no underscore: the engine takes that part for the first of a path, of no registry.",
  ],
];

/** What engines of 20.10 refuse and later ones take; they count the registry to the name's length. */
function isLater(text: string): boolean {
  const { registry, repository } = parseReference(text);
  return /^\[|^[^.:]*[A-Z][^.:]*$/.test(registry) || registry.length + repository.length > 254;
}

describe("an image reference is one to the engine too", () => {
  let old: boolean;

  /** Asks with a push of what is not there: that reads the reference, and ends before any registry. */
  async function isReference(docker: Docker, text: string): Promise<boolean> {
    const { error, data, response } = await docker.api.POST("/images/{name}/push", {
      params: { path: { name: text }, header: { "X-Registry-Auth": "e30=" } },
      parseAs: "text",
    });
    const answer = `${JSON.stringify(error)}${data}`;
    if (/does not exist locally|does not exist|cannot push a digest/.test(answer)) return true;
    expect(`${text}: ${response.status} ${answer}`).toMatch(
      /invalid reference format|digest|must be lowercase|more than 255|cannot specify 64-byte/,
    );
    return false;
  }

  /** The router of the engine changes these before anybody reads them. */
  const isRouted = (text: string): boolean =>
    text === "" || text.split("/").some((part) => /^\.{0,2}$/.test(part)) || /\n/.test(text);

  /** What the two do not agree on, out of enough that either takes and refuses. */
  async function compare(texts: string[]): Promise<string[]> {
    await using docker = new Docker();
    const wrong: string[] = [];
    const answers = { true: 0, false: 0 };
    for (const text of texts.filter((one) => !isRouted(one))) {
      const engine = await isReference(docker, text);
      answers[`${engine}`] += 1;
      let ours = true;
      try {
        parseReference(text);
      } catch {
        ours = false;
      }
      if (ours === engine || (ours && old && isLater(text))) continue;
      const taker = ours ? "ours" : "engine";
      const known = DIFFERENCES.some(([is, who]) => is(text) && who === taker);
      if (!known) wrong.push(`${JSON.stringify(text)}: taken by ${taker}`);
    }
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(30);
    return wrong;
  }

  beforeAll(async () => {
    await using docker = new Docker();
    await ensureImage(docker);
    old = Number.parseInt((await docker.system.version()).Version ?? "", 10) < 26;
  });

  it("in every case of a table", async () => {
    const sums = ["sha256", "sha384", "sha512", "sha1", "md5", "SHA256"].flatMap((algorithm) =>
      [32, 40, 63, 64, 65, 96, 128].map((length) => `a@${algorithm}:${hex.slice(0, length)}`),
    );
    const hosts = [
      "a.b",
      "a..b",
      "a.-b",
      "a-.b",
      "-a.b",
      "a.b-",
      "a.b.",
      "A.b",
      "a_b.c",
      "UP",
      "Up.x",
    ];
    const ports = ["", ":1", ":99999", ":", ":x"];
    const more = [
      "localhost",
      "index.docker.io",
      "docker.io",
      "[::1]",
      "[::g]",
      "[]",
      "[::1",
      "1.2.3.4",
    ];
    const named = [...hosts, ...more].flatMap((host) => ports.map((port) => `${host}${port}/a`));
    const words = [
      "a",
      "a_b",
      "a__b",
      "a___b",
      "a.b",
      "a..b",
      "a-b",
      "a--b",
      "a._b",
      "_a",
      "a-",
      "A",
    ];
    const parts = words.flatMap((word) => [word, `x/${word}`, `x.io/${word}/${word}`, `b:${word}`]);
    const tags = ["_x", "-x", ".x", "x".repeat(128), "x".repeat(129), "b:c", "b+c", "ä", ""];
    const lengths = [247, 248, 255, 256].flatMap((length) => {
      const long = "x".repeat(length);
      return [long, `docker.io/library/${long}`, `x.io/${long}`, `${long}.io/a`];
    });
    const others = [
      "localhost",
      "localhost:5000",
      "docker.io",
      "a b",
      " a",
      "a ",
      "ä",
      "a/ä",
      "Ä/a",
    ];
    const ids = [hex.slice(0, 64), hex.slice(1, 64), `sha256:${hex.slice(0, 64)}`, "sha256:12"];
    const all = [...sums, ...named, ...parts, ...tags.map((tag) => `a:${tag}`), ...lengths];
    expect(await compare([...all, ...others, ...ids, `a:1@sha256:${hex.slice(64)}`])).toEqual([]);
  });

  it("in a hundred that are made up, and a hundred that are misspelt", async () => {
    const texts = [references, misspelt].flatMap((some) =>
      fc.sample(some, { seed: 20_260_101, numRuns: 100 }),
    );
    expect(await compare(texts)).toEqual([]);
  });

  it("and is shown in the same short form", async () => {
    await using docker = new Docker();
    const name = `sdk-${randomUUID().slice(0, 8)}`;
    const names = [name, `library/${name}`, `org/${name}`, `index.docker.io/${name}`];
    for (const repo of [...names, `localhost:5000/${name}`, `x.io/library/${name}`]) {
      await docker.images.tag(image, { repo, tag: "1" });
      const short = formatReference(parseReference(`${repo}:1`), { familiar: true });
      try {
        expect((await docker.images.inspect(image)).RepoTags).toContain(short);
      } finally {
        await docker.images.remove(short);
      }
    }
  });
});
