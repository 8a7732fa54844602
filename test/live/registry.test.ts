import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiError, type DockerOptions, ProgressError } from "../../src/index.js";
import { Docker, ensureImage, image, registry, ways } from "./engine.js";

describe.runIf(registry).each(ways)("a real registry with a password, %s", (_, options) => {
  // The body runs even where the tests do not.
  const { address = "", username = "", password = "" } = registry ?? {};
  const auth = { username, password, serveraddress: address };
  const wrong = { ...auth, password: "wr0ng-pass" };
  const name = `${address}/sdk-${randomUUID().slice(0, 8)}`;
  const reference = `${name}:1`;

  /** A client with these credentials; undefined for none. */
  const client = (registryAuth?: DockerOptions["registryAuth"]): Docker =>
    new Docker({ ...options, ...(registryAuth && { registryAuth }) });

  beforeAll(async () => {
    await using docker = client();
    await ensureImage(docker);
    await docker.images.tag(image, { repo: name, tag: "1" });
  });

  afterAll(async () => {
    await using docker = client();
    await docker.images.remove(reference).catch(() => {});
  });

  it("takes a push and gives a pull to the right credentials", async () => {
    await using docker = client(auth);
    const percents: number[] = [];
    const pushed = await docker.images.push(
      reference,
      {},
      {
        onProgress: ({ percent }) => percents.push(percent),
      },
    );
    expect(pushed).toEqual({
      tag: "1",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      size: expect.any(Number),
    });
    expect(percents.at(-1)).toBe(100);

    await docker.images.remove(reference);
    const pulled = await docker.images.pull(reference);
    expect(pulled.digest).toBe(pushed.digest);
    expect((await docker.images.inspect(reference)).RepoTags).toContain(reference);
    expect(await docker.images.pull(`${name}@${pushed.digest}`)).toMatchObject({ upToDate: true });
  });

  it("asks a function for the credentials, by the registry's name", async () => {
    const asked: string[] = [];
    await using docker = client((key) => {
      asked.push(key);
      return auth;
    });
    expect(await docker.images.pull(reference)).toMatchObject({ upToDate: true });
    expect(asked).toEqual([address]);
  });

  it.each([
    ["no credentials", undefined],
    ["wrong ones", wrong],
    ["those of another registry", { ...auth, serveraddress: "registry.invalid" }],
  ])("refuses a pull with %s", async (_title, credentials) => {
    await using docker = client(credentials);
    const error = await docker.images.pull(reference).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      operation: "ImageCreate",
      // What the registry refuses is a failure of the engine's to 20.10, and 401 in part to 28.
      code: expect.stringMatching(/^(SERVER|UNAUTHORIZED)$/),
      message: expect.stringMatching(/no basic auth credentials|unauthorized|authentication/i),
    });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(password);
  });

  it.each([
    ["no credentials", undefined],
    ["wrong ones", wrong],
  ])("refuses a push with %s, within a stream that began well", async (_title, credentials) => {
    await using docker = client();
    const push = docker.images.push(
      reference,
      {},
      credentials ? { registryAuth: credentials } : {},
    );
    const error = await push.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProgressError);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("wr0ng-pass");
  });

  it("tells the digest and the platforms of an image to the right credentials", async () => {
    await using docker = client(auth);
    const { digest } = await docker.images.pull(reference);
    const { Descriptor, Platforms } = await docker.distribution.inspect(reference);
    expect(Descriptor).toMatchObject({ digest, size: expect.any(Number) });
    expect(Platforms).toEqual([expect.objectContaining({ os: "linux" })]);
    expect(await docker.distribution.inspect(`${name}@${digest}`)).toEqual({
      Descriptor,
      Platforms,
    });
    const unknown = docker.distribution.inspect(`${name}:2`);
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
    const options = { registryAuth: "anonymous" } as const;
    await expect(docker.distribution.inspect(reference, options)).rejects.toMatchObject({
      code: expect.stringMatching(/^(SERVER|UNAUTHORIZED)$/),
      message: expect.stringContaining("no basic auth credentials"),
    });
  });

  it("has its credentials checked", async () => {
    await using docker = client();
    expect(await docker.system.auth(auth)).toMatchObject({ Status: "Login Succeeded" });
    await expect(docker.system.auth(wrong)).rejects.toMatchObject({
      operation: "SystemAuth",
      message: expect.stringMatching(/401 Unauthorized/),
    });
  });

  it("does not have what nobody pushed", async () => {
    await using docker = client(auth);
    await expect(docker.images.pull(`${address}/sdk-nothing:1`)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
