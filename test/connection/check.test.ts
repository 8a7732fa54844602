import { describe, expect, it } from "vitest";
import { ConfigError, Docker } from "../../src/index.js";
import { Containers } from "../../src/resources/containers.js";
import { createTransport } from "../../src/transport/create.js";

describe("a host", () => {
  it("is refused by the constructor when the option is no host", () => {
    expect(() => new Docker({ host: "ftp://engine" })).toThrow(ConfigError);
    expect(() => new Docker({ host: " " })).toThrow(/host: is empty/);
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

  it("of a transport by itself are checked with its first call", async () => {
    const transport = createTransport({ socketPath: "/run/docker.sock" } as object);
    await expect(new Containers(transport).list()).rejects.toMatchObject({ option: "socketPath" });
    await transport.close();
  });
});
