import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeRegistryAuth, registryAuthHeader, registryKey } from "../../src/registry/index.js";

const decode = (header: string): unknown => JSON.parse(Buffer.from(header, "base64url").toString());

describe("the registry-auth encoder", () => {
  it("writes base64url with its padding, as the engine reads it strictly", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        (username, password) => {
          const header = encodeRegistryAuth({ username, password });
          expect(header).toMatch(/^[A-Za-z0-9_-]+={0,2}$/);
          expect(header.length % 4).toBe(0);
          expect(decode(header)).toEqual({ username, password });
        },
      ),
    );
    // These bytes need - and _, and both lengths of padding.
    expect(encodeRegistryAuth({ username: "u", password: "ÿþ~~>?" })).not.toMatch(/[+/]/);
  });

  it("says anonymous in words that the engine knows", () => {
    expect(encodeRegistryAuth()).toBe("e30=");
    expect(encodeRegistryAuth("anonymous")).toBe("e30=");
    expect(encodeRegistryAuth({})).toBe("e30=");
    expect(encodeRegistryAuth({ username: "", password: "" })).toBe("e30=");
  });

  it("takes an identity token alone, with the server", () => {
    const auth = { identitytoken: "t0ken", serveraddress: "ghcr.io" };
    expect(decode(encodeRegistryAuth(auth))).toEqual(auth);
  });

  it.each([
    [{ username: "me" }, "needs a password"],
    [{ password: "s3cret" }, "needs a user name"],
    [{ identitytoken: "t0ken", username: "me", password: "s3cret" }, "not both"],
    [{ registrytoken: "t0ken", auth: "s3cret" }, "not both"],
    [{ user: "me" }, 'no field "user"'],
    [{ username: "me", password: 7 }, "password is no text"],
  ])("refuses %j without showing what is in it", (auth, message) => {
    const encode = (): string => encodeRegistryAuth(auth as never);
    expect(encode).toThrow(expect.objectContaining({ code: "CREDENTIALS" }));
    expect(encode).toThrow(message);
    expect(encode).not.toThrow(/s3cret|t0ken/);
  });
});

describe("credentials", () => {
  const auth = { username: "me", password: "s3cret", serveraddress: "https://ghcr.io/v2/" };

  it("are shown to the registry that they are for, and to no other", async () => {
    expect(decode(await registryAuthHeader(auth, "ghcr.io"))).toEqual(auth);
    expect(await registryAuthHeader(auth, "quay.io")).toBe("e30=");
    expect(await registryAuthHeader(auth, "docker.io")).toBe("e30=");
    const hub = { ...auth, serveraddress: "Docker.io" };
    expect(decode(await registryAuthHeader(hub, "docker.io"))).toEqual(hub);
    expect(await registryAuthHeader(hub, "DOCKER.IO")).toBe("e30=");
    const anywhere = { username: "me", password: "s3cret" };
    expect(decode(await registryAuthHeader(anywhere, "quay.io"))).toEqual(anywhere);
  });

  it("come from a function that is asked by Docker's name for the registry", async () => {
    const asked: string[] = [];
    const resolver = async (registry: string): Promise<undefined> => void asked.push(registry);
    expect(await registryAuthHeader(resolver, "docker.io")).toBe("e30=");
    expect(await registryAuthHeader(resolver, "localhost:5000")).toBe("e30=");
    expect(asked).toEqual(["https://index.docker.io/v1/", "localhost:5000"]);
  });

  it("that the function cannot get are a CredentialsError with the cause", async () => {
    const failing = async (): Promise<never> => {
      throw new Error("vault is sealed");
    };
    await expect(registryAuthHeader(failing, "ghcr.io")).rejects.toMatchObject({
      code: "CREDENTIALS",
      message: "registryAuth failed for ghcr.io",
      cause: { message: "vault is sealed" },
    });
  });

  it("do not show when a client is printed", async () => {
    const { Docker } = await import("../../src/index.js");
    const docker = new Docker({ registryAuth: auth, tls: { passphrase: "s3cret" }, env: {} });
    expect(inspect(docker, { depth: 10, showHidden: true })).not.toContain("s3cret");
    expect(JSON.stringify(docker)).not.toContain("s3cret");
  });
});

describe("a check of credentials by the engine", () => {
  it.each([
    [{ username: "me" }, "needs a password"],
    [{ identitytoken: "t0ken", username: "me", password: "s3cret" }, "not both"],
    [{ user: "me", password: "s3cret" }, 'no field "user"'],
  ])("refuses %j before anything is sent, without showing it", async (auth, message) => {
    const { Docker } = await import("../../src/index.js");
    const docker = new Docker({ host: "unix:///nowhere", env: {} });
    const error = await docker.system.auth(auth as never).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CREDENTIALS", message: expect.stringContaining(message) });
    expect(inspect(error, { depth: 9 })).not.toMatch(/s3cret|t0ken/);
  });
});

describe("a push", () => {
  it("by digest is refused: there would be no tag to push", async () => {
    const { Docker } = await import("../../src/index.js");
    const docker = new Docker({ host: "unix:///x", env: {} });
    const push = docker.images.push(`ghcr.io/org/app@sha256:${"0".repeat(64)}`);
    await expect(push).rejects.toMatchObject({ code: "CONFIG", option: "image" });
  });
});

describe("the key of a registry", () => {
  it.each([
    ["docker.io", "https://index.docker.io/v1/"],
    ["index.docker.io", "https://index.docker.io/v1/"],
    ["https://index.docker.io/v1/", "https://index.docker.io/v1/"],
    ["ghcr.io", "ghcr.io"],
    ["http://localhost:5000/v2/", "localhost:5000"],
    // The engine asks the host of that name, which is not Docker Hub's registry.
    ["DOCKER.IO", "DOCKER.IO"],
  ])("of %s is %s", (registry, key) => {
    expect(registryKey(registry)).toBe(key);
  });
});
