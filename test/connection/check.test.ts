import { execFileSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, Docker, resolveEngine } from "../../src/index.js";
import { Containers } from "../../src/resources/containers.js";
import { createTransport } from "../../src/transport/create.js";
import { temporaryDirectory } from "../support/files.js";

describe("a host", () => {
  it("is refused by the constructor when the option is no host", () => {
    expect(() => new Docker({ host: "ftp://engine" })).toThrow(ConfigError);
    expect(() => new Docker({ host: " " })).toThrow(/host: is empty/);
  });

  it("is not the local one for options that have their host from a class", async () => {
    const url = new URL("tcp://10.0.0.5:2375");
    expect(() => new Docker(url)).toThrow(/^host: is none of the object's own/);
    await expect(resolveEngine(url)).rejects.toMatchObject({ code: "CONFIG", option: "host" });
    await expect(createTransport(url).apiVersion()).rejects.toMatchObject({ option: "host" });
    expect(() => new Docker(Object.create({ context: "production" }))).toThrow(ConfigError);
    expect(() => new Docker(Object.create({ registryAuth: "anonymous" }))).toThrow(ConfigError);
  });

  it("is refused with the first call when DOCKER_HOST is no host", async () => {
    const docker = new Docker({ env: { DOCKER_HOST: "ftp://engine" } });
    await expect(docker.system.ping()).rejects.toMatchObject({
      code: "CONFIG",
      option: "DOCKER_HOST",
    });
  });
});

describe("options", () => {
  it.each([
    [{ timeout: { connect: -1 } }, "timeout.connect"],
    [{ host: null as never }, "host"],
    [{ apiVersion: "" }, "apiVersion"],
    [{ timeout: { response: Number.NaN } }, "timeout.response"],
    [{ headers: { "x y": "1" } }, "headers.x y"],
    [{ headers: { "x-a": "1\r\nx-b: 2" } }, "headers.x-a"],
    [{ apiVersion: "one" }, "apiVersion"],
    [{ timeout: 5_000 as never }, "timeout"],
    [{ socketPath: "/run/docker.sock" } as object, "socketPath"],
    [{ certPath: "" }, "certPath"],
    [{ timeout: null as never }, "timeout"],
    [{ env: null as never }, "env"],
    [{ host: "unix:///run/docker.sock\0.old" }, "host"],
    [{ registryAuth: [] as never }, "registryAuth"],
    [{ registryAuth: { username: "me", password: "x", serveraddress: "" } }, "registryAuth"],
  ])("%j is refused by the constructor", (options, option) => {
    expect(() => new Docker(options)).toThrow(expect.objectContaining({ code: "CONFIG", option }));
  });

  it("an API version that is too old is refused, from an option or the environment", async () => {
    for (const options of [{ apiVersion: "1.40" }, { env: { DOCKER_API_VERSION: "1.40" } }]) {
      const docker = new Docker({ host: "unix:///x", env: {}, ...options });
      await expect(docker.containers.list()).rejects.toMatchObject({
        code: "API_VERSION",
        message: expect.stringContaining("1.40 is older than 1.41"),
      });
    }
  });

  it("that are none are told those that are", () => {
    const message = /^hots: is no option; use host, .*, registryAuth$/;
    expect(() => new Docker({ hots: "unix:///x" } as object)).toThrow(message);
  });

  it("with a file that never answers are left by close, an abort and a time limit", async () => {
    const certPath = await temporaryDirectory();
    const key = join(certPath, "key.pem");
    execFileSync("mkfifo", [key]);
    const docker = new Docker({ host: "tcp://engine", certPath, env: {} });
    const ping = docker.system.ping().catch((reason: unknown) => reason);
    await expect(docker.system.ping({ timeout: 100 })).rejects.toMatchObject({ code: "TIMEOUT" });
    const signal = AbortSignal.abort("enough");
    await expect(docker.system.ping({ signal })).rejects.toBe("enough");
    await docker.close();
    expect(await ping).toMatchObject({ code: "CLOSED" });
    // Whoever reads it is let go.
    closeSync(openSync(key, "w"));
  });

  it("of a transport by itself are checked with its first call", async () => {
    const transport = createTransport({ socketPath: "/run/docker.sock" } as object);
    await expect(new Containers(transport).list()).rejects.toMatchObject({ option: "socketPath" });
    await transport.close();
  });
});
