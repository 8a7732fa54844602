import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";
import { pack, type RawAnswer, send, unpack } from "./tar.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"], registry: ["alpine:3.20"] });
});
afterEach(async () => {
  await daemon.close();
});

const context = [
  { name: "a.txt", content: "aaa" },
  { name: "dir/", type: "directory" },
  { name: "dir/b.txt", content: "bbb", mode: 0o755 },
  { name: "dir/c.md", content: "ccc" },
] as const;

async function build(dockerfile: string, query = ""): Promise<RawAnswer> {
  const archive = await pack({ name: "Dockerfile", content: dockerfile }, ...context);
  return send(daemon, "POST", `/build?${query}`, archive);
}

interface Message {
  readonly stream?: string;
  readonly error?: string;
  readonly errorDetail?: { readonly code?: number; readonly message: string };
  readonly aux?: { readonly ID: string };
}

const messages = ({ status, text }: RawAnswer): Message[] => {
  expect([status, text.slice(-2)]).toEqual([200, "\r\n"]);
  return text
    .trim()
    .split("\r\n")
    .map((line) => JSON.parse(line));
};
/** All that was said, with the same word for every id. */
const said = (answer: RawAnswer): string =>
  messages(answer)
    .map(({ stream = "" }) => stream)
    .join("")
    .replace(/\b[0-9a-f]{12}\b/g, "<id>");
const failure = (answer: RawAnswer): Message => messages(answer).at(-1) ?? {};
const inspect = async (name: string) =>
  JSON.parse((await wire(daemon, "GET", `/images/${name}/json`)).text);

async function filesOf(image: string, path: string): Promise<Record<string, unknown>> {
  const create = await wire(daemon, "POST", "/containers/create", {
    body: { Image: image, Cmd: ["x"] },
  });
  const { Id } = JSON.parse(create.text);
  const { bytes } = await send(daemon, "GET", `/containers/${Id}/archive?path=${path}`);
  const entries = await unpack(bytes);
  return Object.fromEntries(
    entries.filter(({ type }) => type === "file").map(({ name, content }) => [name, content]),
  );
}

describe("a build", () => {
  it("says what the classic builder says, and ends with the image", async () => {
    const answer = await build(
      'FROM app:1\nCOPY a.txt /x/\nRUN echo out; echo err >&2\nCMD ["cat","/x/a.txt"]\n',
      "t=made:1&t=made:2",
    );
    expect(said(answer)).toBe(
      [
        "Step 1/4 : FROM app:1",
        " ---> <id>",
        "Step 2/4 : COPY a.txt /x/",
        " ---> <id>",
        "Step 3/4 : RUN echo out; echo err >&2",
        " ---> Running in <id>",
        "out",
        "\u001b[91merr",
        "\u001b[0m ---> Removed intermediate container <id>",
        " ---> <id>",
        'Step 4/4 : CMD ["cat","/x/a.txt"]',
        " ---> Running in <id>",
        " ---> Removed intermediate container <id>",
        " ---> <id>",
        "Successfully built <id>",
        "Successfully tagged made:1",
        "Successfully tagged made:2",
        "",
      ].join("\n"),
    );
    const { Id, RepoTags, Config, RootFS } = await inspect("made:2");
    expect(messages(answer).find(({ aux }) => aux !== undefined)).toEqual({ aux: { ID: Id } });
    expect([RepoTags, Config.Cmd]).toEqual([
      ["made:1", "made:2"],
      ["cat", "/x/a.txt"],
    ]);
    expect(RootFS.Layers).toHaveLength(2);
    const again = said(await build("FROM app:1\nCOPY a.txt /x/\n"));
    expect(again).toContain(" ---> Using cache\n");
    expect(said(await build("FROM app:1\nCOPY a.txt /x/\n", "nocache=1"))).not.toContain("cache");
    const { text } = await wire(daemon, "GET", "/images/made:1/history");
    expect(JSON.parse(text).map(({ CreatedBy }: { CreatedBy: string }) => CreatedBy)).toEqual([
      '/bin/sh -c #(nop)  CMD ["cat" "/x/a.txt"]',
      "/bin/sh -c echo out; echo err >&2",
      expect.stringMatching(/^\/bin\/sh -c #\(nop\) COPY file:[0-9a-f]{64} in \/x\/ $/),
      expect.any(String),
      expect.any(String),
    ]);
    expect(JSON.parse((await wire(daemon, "GET", "/images/json")).text)).toHaveLength(3);
  });

  it("sets what an image says of itself", async () => {
    const dockerfile = [
      "FROM app:1 AS base",
      "ARG A=1",
      "ARG B",
      'ENV X=$A Y="$B z" \\',
      "  Z='$A'",
      "# a comment",
      "ENV OLD style value",
      'LABEL a=b c="d e"',
      "WORKDIR /w",
      "WORKDIR sub",
      "USER 12:13",
      "EXPOSE 80 90-91/udp",
      'VOLUME ["/d1","/d2"]',
      "STOPSIGNAL SIGINT",
      "HEALTHCHECK --interval=5s CMD true",
      'SHELL ["/bin/sh","-ec"]',
      "RUN echo $X $Y $A $B; false; echo never || true",
    ];
    expect(failure(await build(dockerfile.join("\n"))).errorDetail?.code).toBe(1);
    const rest = [
      ...dockerfile.slice(0, -1),
      "RUN echo $X $Y $A $B",
      'ENTRYPOINT ["a"]',
      "CMD echo hi",
      "MAINTAINER me",
    ];
    const query = `t=made&buildargs=${encodeURIComponent('{"A":"2","B":"bee","NO":"x"}')}&labels=${encodeURIComponent('{"q":"r"}')}`;
    const told = said(await build(rest.join("\n"), query));
    expect(told).toContain("\n2 bee z 2 bee\n");
    expect(told).toContain("Step 19/19 : LABEL q=r\n");
    expect(told).toContain("[Warning] One or more build-args [NO] were not consumed\n");
    const { Config, Author } = await inspect("made");
    expect(Author).toBe("me");
    expect(Config).toMatchObject({
      Cmd: ["/bin/sh", "-ec", "echo hi"],
      Entrypoint: ["a"],
      Env: [expect.stringMatching(/^PATH=/), "X=2", "Y=bee z", "Z=$A", "OLD=style value"],
      ExposedPorts: { "80/tcp": {}, "90/udp": {}, "91/udp": {} },
      Healthcheck: { Test: ["CMD-SHELL", "true"], Interval: 5_000_000_000 },
      Labels: { a: "b", c: "d e", q: "r" },
      StopSignal: "SIGINT",
      User: "12:13",
      Volumes: { "/d1": {}, "/d2": {} },
      WorkingDir: "/w/sub",
    });
  });

  it("copies files, directories and what a pattern matches", async () => {
    const dockerfile = [
      "FROM scratch",
      "COPY dir /x",
      "COPY --chown=7:8 dir/*.txt a.txt /many/",
      'COPY ["a.txt", "/sp ace"]',
      "WORKDIR /wd",
      "COPY a.txt .",
      "ADD a.txt renamed",
      "COPY . /all",
    ];
    expect(failure(await build(dockerfile.join("\n"), "t=made"))).toEqual({
      stream: "Successfully tagged made:latest\n",
    });
    expect(await filesOf("made", "/.")).toEqual({
      "./all/Dockerfile": dockerfile.join("\n"),
      "./all/a.txt": "aaa",
      "./all/dir/b.txt": "bbb",
      "./all/dir/c.md": "ccc",
      "./.dockerenv": "",
      "./dev/console": "",
      "./etc/hostname": expect.any(String),
      "./etc/hosts": expect.any(String),
      "./etc/resolv.conf": expect.any(String),
      "./many/a.txt": "aaa",
      "./many/b.txt": "bbb",
      "./sp ace": "aaa",
      "./wd/a.txt": "aaa",
      "./wd/renamed": "aaa",
      "./x/b.txt": "bbb",
      "./x/c.md": "ccc",
    });
  });

  it("runs commands on its files, as the image's program or as a script", async () => {
    daemon.program("app:1", async ({ argv, files, env }) => {
      files.write("/argv", JSON.stringify([...argv, env.GREETING]));
    });
    await build('FROM app:1\nENV GREETING=hi\nRUN ["make","it"]\n', "t=made");
    expect(await filesOf("made", "/argv")).toEqual({ argv: '["make","it","hi"]' });
    await build("FROM scratch\nCOPY a.txt /\nRUN cat a.txt > b.txt && rm a.txt\n", "t=plain");
    expect(
      Object.keys(await filesOf("plain", "/."))
        .sort()
        .slice(0, 2),
    ).toEqual(["./.dockerenv", "./b.txt"]);
  });

  it("has stages, of which a later one may copy and one may be the end", async () => {
    const dockerfile =
      "ARG V=1\nFROM app:$V AS one\nRUN echo a > /a\nFROM alpine:3.20\nCOPY --from=one /a /b\n";
    expect((await build(dockerfile, "t=made")).text).toContain(
      "Status: Downloaded newer image for alpine:3.20",
    );
    expect(await filesOf("made", "/b")).toEqual({ b: "a\n" });
    await build(dockerfile, "t=first&target=one");
    expect(await filesOf("first", "/a")).toEqual({ a: "a\n" });
    expect(await build(dockerfile, "target=nope")).toMatchObject(
      refusal(400, 'target stage "nope" could not be found'),
    );
  });

  it("that is to be quiet says the id alone, unless it fails", async () => {
    const answer = await build("FROM app:1\nRUN echo x\n", "q=1&t=made");
    expect(messages(answer)).toEqual([{ stream: `${(await inspect("made")).Id}\n` }]);
    expect(said(await build("FROM app:1\nRUN echo x; false\n", "q=1"))).toContain("Step 2/2");
  });

  it("reads its Dockerfile from anywhere in an archive, compressed or not", async () => {
    const archive = await pack({ name: "dir/D", content: "from app:1\nCMD x \\\n\n  y\n" });
    const answer = await send(daemon, "POST", "/build?dockerfile=dir/D", gzipSync(archive));
    expect(said(answer)).toContain("Step 2/2 : CMD x   y\n");
    expect(said(answer)).toContain("[WARNING]: Empty continuation line found in: CMD x   y\n");
  });
});

describe("a build that fails", () => {
  it("says so inside the stream, with the exit code of its command", async () => {
    expect(failure(await build("FROM app:1\nRUN echo doing; exit 3\nRUN echo never"))).toEqual({
      errorDetail: {
        code: 3,
        message: "The command '/bin/sh -c echo doing; exit 3' returned a non-zero code: 3",
      },
      error: "The command '/bin/sh -c echo doing; exit 3' returned a non-zero code: 3",
    });
  });

  it.each([
    [
      "COPY nope /x",
      "COPY failed: file not found in build context or excluded by .dockerignore: stat nope: file does not exist",
    ],
    ["COPY *.zip /x/", "COPY failed: no source files were specified"],
    [
      "COPY dir/* /x",
      "When using COPY with more than one source file, the destination must be a directory and end with a /",
    ],
    ["COPY ../a /x", "COPY failed: forbidden path outside the build context: ../a ()"],
    [
      "COPY --chown=who a.txt /x",
      "unable to convert uid/gid chown string to host mapping: can't find uid for user who: no such user: who",
    ],
    [
      "COPY --chmod=755 a.txt /x",
      "the --chmod option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled",
    ],
    [
      "ADD http://x.example/x /x",
      "the mock daemon does not ADD what is elsewhere: it has no network",
    ],
    ["EXPOSE x", "Invalid containerPort: x"],
    ["STOPSIGNAL NOPE", "invalid signal: NOPE"],
    [
      "FROM nope:1",
      "pull access denied for nope, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    ],
    [
      'RUN ["nonsense"]',
      'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nonsense": executable file not found in $PATH',
    ],
    ["FROM scratch", "No image was generated. Is your Dockerfile empty?"],
  ])("%s", async (line, message) => {
    expect(failure(await build(`FROM app:1\n${line}\n`))).toEqual({
      errorDetail: { message },
      error: message,
    });
  });

  it.each([
    ["", 400, "the Dockerfile (Dockerfile) cannot be empty"],
    ["# x\n", 400, "failed to parse Dockerfile: file with no instructions"],
    [
      "FROM app:1\nNOPE x",
      400,
      "dockerfile parse error on line 2: unknown instruction: NOPE (did you mean COPY?)",
    ],
    ["RUN x", 400, "no build stage in current context"],
    ["FROM", 400, "dockerfile parse error on line 1: FROM requires either one or three arguments"],
    [
      "FROM app:1\nCOPY a",
      400,
      "dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. Destination could not be determined",
    ],
    [
      "FROM app:1\nCOPY --nope=1 a b",
      400,
      "dockerfile parse error on line 2: unknown flag: --nope",
    ],
    [
      "FROM app:1\nENV",
      400,
      "dockerfile parse error on line 2: ENV requires at least one argument",
    ],
    ["FROM app:1\nENV a", 400, "failed to parse Dockerfile: ENV must have two arguments"],
    [
      "FROM app:1\nENV a=b c",
      400,
      `failed to parse Dockerfile: Syntax error - can't find = in "c". Must be of the form: name=value`,
    ],
    [
      "FROM app:1\nWORKDIR",
      400,
      "dockerfile parse error on line 2: WORKDIR requires exactly one argument",
    ],
    [
      "FROM app:1\nSHELL sh",
      400,
      "dockerfile parse error on line 2: SHELL requires the arguments to be in JSON form",
    ],
    [
      "FROM app:1\nHEALTHCHECK FOO",
      400,
      'dockerfile parse error on line 2: Unknown type "FOO" in HEALTHCHECK (try CMD)',
    ],
    [
      "FROM app:1\nHEALTHCHECK --interval=x CMD y",
      400,
      'dockerfile parse error on line 2: time: invalid duration "x"',
    ],
    ["FROM app:1\nRUN <<EOF\necho x\nEOF", 501, "the mock daemon does not read here-documents"],
  ])("before it begins: %j", async (dockerfile, status, message) => {
    expect(await build(dockerfile)).toMatchObject(refusal(status, message));
  });

  it.each([
    ["dockerfile=Other", 500, "Cannot locate specified Dockerfile: Other"],
    ["t=UPPER", 500, "invalid reference format: repository name (library/UPPER) must be lowercase"],
    [
      "buildargs=nope",
      400,
      "error reading build args: invalid character 'o' in literal null (expecting 'u')",
    ],
    [
      "labels=nope",
      400,
      "error reading labels: invalid character 'o' in literal null (expecting 'u')",
    ],
    ["version=2", 501, "the mock daemon does not build with BuildKit: leave out version=2"],
    ["version=3", 400, 'invalid version "3"'],
    [
      "remote=http://x.example",
      501,
      "the mock daemon does not build from http://x.example: it has no network",
    ],
  ])("for its query %s", async (query, status, message) => {
    expect(await build("FROM app:1\n", query)).toMatchObject(refusal(status, message));
  });

  it("for what is no archive", async () => {
    const post = (body: Buffer): Promise<RawAnswer> => send(daemon, "POST", "/build", body);
    expect(await post(Buffer.alloc(0))).toMatchObject(
      refusal(500, "Cannot locate specified Dockerfile: Dockerfile"),
    );
    expect(await post(Buffer.from("garbage"))).toMatchObject(refusal(500, "unexpected EOF"));
  });
});
