import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error, refusal, wire } from "./support.js";

let daemon: MockDaemon;
let docker: Docker;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"], registry: ["alpine:3.20"] });
  docker = new Docker({ dispatcher: daemon.dispatcher });
});
afterEach(async () => {
  await docker.close();
  await daemon.close();
});

const encode = (auth: object): string => {
  const text = Buffer.from(JSON.stringify(auth)).toString("base64");
  return text.replaceAll("+", "-").replaceAll("/", "_");
};

const messages = (text: string): unknown[] => {
  expect(text.endsWith("\r\n")).toBe(true);
  return text
    .trim()
    .split("\r\n")
    .map((line) => JSON.parse(line));
};

describe("pull", () => {
  const pull = (query: string, auth?: string) =>
    wire(daemon, "POST", `/images/create?${query}`, {
      headers: auth === undefined ? {} : { "x-registry-auth": auth },
    });

  it("tells of every layer, and then that there was nothing to do", async () => {
    const first = await pull("fromImage=alpine&tag=3.20");
    const told = messages(first.text) as { status: string; id?: string }[];
    expect(told[0]).toEqual({ status: "Pulling from library/alpine", id: "3.20" });
    expect(told.map(({ status }) => status)).toEqual(
      expect.arrayContaining(["Pulling fs layer", "Downloading", "Extracting", "Pull complete"]),
    );
    expect(told.at(-2)?.status).toMatch(/^Digest: sha256:[0-9a-f]{64}$/);
    expect(told.at(-1)?.status).toBe("Status: Downloaded newer image for alpine:3.20");
    const again = messages((await pull("fromImage=alpine:3.20")).text) as { status: string }[];
    expect(again.at(-1)?.status).toBe("Status: Image is up to date for alpine:3.20");
    expect(again).toHaveLength(3);
    const { RepoTags, RepoDigests } = await docker.images.inspect("docker.io/library/alpine:3.20");
    expect(RepoTags).toEqual(["alpine:3.20"]);
    const [digest = ""] = RepoDigests ?? [];
    expect((await pull(`fromImage=${digest}`)).status).toBe(200);
  });

  it("through the SDK gives progress and an image", async () => {
    const seen: unknown[] = [];
    await docker.images.pull("alpine:3.20", {}, { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(5);
    expect((await docker.images.inspect("alpine:3.20")).Os).toBe("linux");
  });

  it("of what is nowhere is refused in the words of its registry", async () => {
    daemon.registry.add("reg.example:5000/app:1");
    expect(await pull("fromImage=nope&tag=1")).toMatchObject(
      refusal(
        404,
        "pull access denied for nope, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
      ),
    );
    expect(await pull("fromImage=alpine&tag=nope")).toMatchObject(
      refusal(404, "manifest for alpine:nope not found: manifest unknown: manifest unknown"),
    );
    expect(await pull("fromImage=reg.example:5000/nope")).toMatchObject(
      refusal(
        404,
        "repository reg.example:5000/nope not found: name unknown: repository name not known to registry",
      ),
    );
    expect(await pull("fromImage=other.example/app&tag=1")).toMatchObject(
      refusal(500, 'Get "https://other.example/v2/": dial tcp: lookup other.example: no such host'),
    );
    expect(await pull("fromImage=UPPER")).toMatchObject(
      refusal(400, "invalid reference format: repository name (library/UPPER) must be lowercase"),
    );
    expect(await pull("fromImage=scratch")).toMatchObject(
      refusal(403, "'scratch' is a reserved name"),
    );
  });

  it("wants credentials in base64url with padding, and takes anything else for nobody's", async () => {
    const credentials = { username: "me", password: "ÿÿ>>>??" };
    daemon.registry.add("reg.example:5000/app:1", { auth: credentials });
    const query = "fromImage=reg.example:5000/app&tag=1";
    const right = encode(credentials);
    expect(right).toMatch(/[-_]/);
    expect(right).toMatch(/=$/);
    const anonymous = refusal(
      500,
      'Head "https://reg.example:5000/v2/app/manifests/1": no basic auth credentials',
    );
    for (const wrong of [
      undefined,
      "e30=",
      right.replace(/=+$/, ""),
      btoa('{"username":">>>?"}'),
      "garbage!",
    ]) {
      expect(await pull(query, wrong)).toMatchObject(anonymous);
    }
    expect(await pull(query, encode({ ...credentials, password: "wrong" }))).toMatchObject(
      refusal(401, "unauthorized: authentication required"),
    );
    expect((await pull(query, right)).status).toBe(200);
  });

  it("without a tag takes the whole repository", async () => {
    daemon.registry.add("alpine:3.21");
    await pull("fromImage=alpine");
    const tags = (await docker.images.list({ filters: { reference: ["alpine"] } })).flatMap(
      ({ RepoTags }) => RepoTags,
    );
    expect(tags?.sort()).toEqual(["alpine:3.20", "alpine:3.21"]);
  });
});

describe("push", () => {
  const push = async (name: string, auth?: object) => {
    const { text } = await wire(daemon, "POST", `/images/${name}/push`, {
      headers: { "x-registry-auth": auth === undefined ? "e30=" : encode(auth) },
    });
    return messages(text) as {
      status?: string;
      aux?: object;
      error?: string;
      errorDetail?: object;
    }[];
  };

  it("ends with the digest, and can be pulled from elsewhere", async () => {
    daemon.registry.protect("reg.example:5000", { username: "me", password: "secret" });
    await docker.images.tag("app:1", { repo: "reg.example:5000/app", tag: "2" });
    const told = await push("reg.example:5000/app:2", { username: "me", password: "secret" });
    expect(told[0]?.status).toBe("The push refers to repository [reg.example:5000/app]");
    expect(told.map(({ status }) => status)).toContain("Pushed");
    expect(told.at(-1)).toEqual({
      progressDetail: {},
      aux: { Tag: "2", Digest: expect.stringMatching(/^sha256:/), Size: 527 },
    });
    const again = await push("reg.example:5000/app:2", { username: "me", password: "secret" });
    expect(again.map(({ status }) => status)).toContain("Layer already exists");
  });

  it.each([
    [undefined, "no basic auth credentials"],
    [{ username: "me", password: "wrong" }, "unauthorized: authentication required"],
  ])("with %j fails inside the stream", async (auth, message) => {
    daemon.registry.protect("reg.example:5000", { username: "me", password: "secret" });
    await docker.images.tag("app:1", { repo: "reg.example:5000/app", tag: "2" });
    expect((await push("reg.example:5000/app:2", auth)).at(-1)).toEqual({
      errorDetail: { message },
      error: message,
    });
  });

  it("of what is not there fails inside the stream", async () => {
    const nothing = "An image does not exist locally with the tag: nope";
    expect((await push("nope")).at(-1)?.error).toBe(nothing);
    expect((await push("app:9")).at(-1)?.error).toBe("tag does not exist: app:9");
  });
});

describe("remove", () => {
  it("takes a tag, and with the last one the image", async () => {
    await docker.images.tag("app:1", { repo: "other" });
    const { Id, RootFS, RepoDigests } = await docker.images.inspect("app:1");
    expect(await docker.images.remove("other")).toEqual([{ Untagged: "other:latest" }]);
    expect(await docker.images.remove("app:1")).toEqual([
      { Untagged: "app:1" },
      { Untagged: RepoDigests?.[0] },
      { Deleted: Id },
      { Deleted: RootFS?.Layers?.[0] },
    ]);
    await expect(docker.images.inspect("app:1")).rejects.toEqual(
      error(404, "No such image: app:1"),
    );
  });

  it("refuses an image that is in use, or has several names", async () => {
    const { Id } = await docker.images.inspect("app:1");
    const short = Id?.slice(7, 19) ?? "";
    const container = await docker.containers.create({ Image: "app:1", Cmd: ["sleep", "600"] });
    const used = container.Id.slice(0, 12);
    await expect(docker.images.remove("app:1")).rejects.toEqual(
      error(
        409,
        `conflict: unable to remove repository reference "app:1" (must force) - container ${used} is using its referenced image ${short}`,
      ),
    );
    await docker.containers.start(container.Id);
    await expect(docker.images.remove(short, { force: true })).rejects.toEqual(
      error(
        409,
        `conflict: unable to delete ${short} (cannot be forced) - image is being used by running container ${used}`,
      ),
    );
    await docker.images.tag("app:1", { repo: "other" });
    await docker.containers.remove(container.Id, { force: true });
    await expect(docker.images.remove(short)).rejects.toEqual(
      error(
        409,
        `conflict: unable to delete ${short} (must be forced) - image is referenced in multiple repositories`,
      ),
    );
    expect(await docker.images.remove(short, { force: true })).toContainEqual({ Deleted: Id });
  });
});

describe("the list", () => {
  it("filters by reference, label, dangling, before and since", async () => {
    await using other = new MockDaemon({
      images: ["one:1", { reference: "reg.example/two:2", config: { Labels: { a: "b" } } }],
    });
    const names = async (filters: object): Promise<string[]> => {
      const query = encodeURIComponent(JSON.stringify(filters));
      const { text } = await wire(other, "GET", `/images/json?filters=${query}`);
      return JSON.parse(text).flatMap(({ RepoTags }: { RepoTags: string[] }) => RepoTags);
    };
    expect(await names({ reference: ["o*"] })).toEqual(["one:1"]);
    expect(await names({ reference: ["*/two:2"] })).toEqual(["reg.example/two:2"]);
    expect(await names({ label: ["a=b"] })).toEqual(["reg.example/two:2"]);
    expect(await names({ dangling: ["true"] })).toEqual([]);
    const { text } = await wire(other, "POST", "/containers/create", { body: { Image: "one:1" } });
    const commit = `/commit?container=${JSON.parse(text).Id}&repo=three`;
    await wire(other, "POST", commit, { body: {} });
    expect(await names({ since: ["one:1"] })).toEqual(["three:latest"]);
    expect(await names({ before: ["three"] })).toHaveLength(2);
  });

  it("shows a nameless image as its API version has it, and prune takes it", async () => {
    const { Id: container } = await docker.containers.create({ Image: "app:1" });
    const { Id } = await docker.containers.commit(container, {});
    const tags = async (version: string): Promise<unknown> => {
      const { text } = await wire(daemon, "GET", `/v${version}/images/json`);
      return JSON.parse(text).find((each: { Id: string }) => each.Id === Id).RepoTags;
    };
    expect(await tags("1.42")).toEqual(["<none>:<none>"]);
    expect(await tags("1.43")).toEqual([]);
    expect((await docker.images.prune()).ImagesDeleted).toEqual([{ Deleted: Id }]);
    const history = await docker.images.history("app:1");
    expect(history[0]).toMatchObject({ Tags: ["app:1"] });
  });
});

describe("commit", () => {
  it("takes the changes of a Dockerfile and refuses what is none", async () => {
    const { Id } = await docker.containers.create({ Image: "app:1" }, { name: "base" });
    const changes = [
      "CMD serve",
      'ENTRYPOINT ["app"]',
      "ENV A=b",
      "LABEL x=y",
      "EXPOSE 80",
      "USER me",
    ];
    const query = changes.map((change) => `changes=${encodeURIComponent(change)}`).join("&");
    await wire(daemon, "POST", `/commit?container=${Id}&repo=made&${query}`, { body: {} });
    expect((await docker.images.inspect("made")).Config).toMatchObject({
      Cmd: ["/bin/sh", "-c", "serve"],
      Entrypoint: ["app"],
      Env: expect.arrayContaining(["A=b"]),
      Labels: { x: "y" },
      ExposedPorts: { "80/tcp": {} },
      User: "me",
    });
    expect(
      await wire(daemon, "POST", "/commit?container=base&changes=RUN%20ls", { body: {} }),
    ).toMatchObject(refusal(400, "RUN is not a valid change command"));
  });
});

describe("login", () => {
  it("asks the registry", async () => {
    daemon.registry.protect("reg.example:5000", { username: "me", password: "secret" });
    const login = (body: object) => wire(daemon, "POST", "/auth", { body });
    const serveraddress = "https://reg.example:5000";
    expect(
      JSON.parse((await login({ username: "me", password: "secret", serveraddress })).text),
    ).toEqual({ IdentityToken: "", Status: "Login Succeeded" });
    expect(await login({ username: "me", password: "wrong", serveraddress })).toMatchObject(
      refusal(
        500,
        "login attempt to https://reg.example:5000/v2/ failed with status: 401 Unauthorized",
      ),
    );
  });
});
