import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configDirectory, readDockerConfig } from "../src/docker-config.js";
import { temporaryDirectory } from "./support/files.js";

describe("the docker config", () => {
  it("is in DOCKER_CONFIG, a directory, else in .docker of the home; empty counts as unset", () => {
    expect(configDirectory({ DOCKER_CONFIG: "/etc/docker", HOME: "/root" })).toBe("/etc/docker");
    expect(configDirectory({ DOCKER_CONFIG: "", HOME: "/root" })).toBe("/root/.docker");
    expect(configDirectory({ USERPROFILE: "/users/me" })).toBe("/users/me/.docker");
    expect(() => configDirectory({ HOME: "" })).toThrow(/^HOME: is not set/);
  });

  it("says nothing when there is none", async () => {
    const DOCKER_CONFIG = await temporaryDirectory();
    expect(await readDockerConfig({ DOCKER_CONFIG })).toEqual({
      file: join(DOCKER_CONFIG, "config.json"),
    });
    expect(await readDockerConfig({})).toEqual({ file: "config.json" });
    expect(await readDockerConfig({ HOME: "/dev/null" })).toEqual({
      file: "/dev/null/.docker/config.json",
    });
  });

  it("in a DOCKER_CONFIG that is a file and no directory is not taken for none", async () => {
    const DOCKER_CONFIG = join(await temporaryDirectory(), "config.json");
    await writeFile(DOCKER_CONFIG, '{"currentContext":"production"}');
    await expect(readDockerConfig({ DOCKER_CONFIG })).rejects.toThrow(
      /config\.json: cannot be read \(ENOTDIR\); DOCKER_CONFIG can name another directory/,
    );
  });

  it("has its fields in any case, the last one of a name, as the docker CLI reads it", async () => {
    const DOCKER_CONFIG = await temporaryDirectory();
    const file = join(DOCKER_CONFIG, "config.json");
    await writeFile(file, '{"currentContext":"a","CURRENTCONTEXT":"b","CredsStore":"pass"}');
    expect(await readDockerConfig({ DOCKER_CONFIG })).toEqual({
      currentContext: "b",
      credsStore: "pass",
      file,
    });
  });

  it.each(["", " \n", "null"])("says nothing when it is empty: %j", async (text) => {
    const DOCKER_CONFIG = await temporaryDirectory();
    const file = join(DOCKER_CONFIG, "config.json");
    await writeFile(file, text);
    expect(await readDockerConfig({ DOCKER_CONFIG })).toEqual({ file });
  });

  it("gives the fields that are known, and leaves out the others", async () => {
    const DOCKER_CONFIG = await temporaryDirectory();
    const file = join(DOCKER_CONFIG, "config.json");
    const config = { currentContext: "a", HttpHeaders: { "X-A": "1" }, credsStore: "pass" };
    const text = JSON.stringify({ ...config, psFormat: "table", auths: null });
    await writeFile(file, `\uFEFF${text}`);
    expect(await readDockerConfig({ DOCKER_CONFIG })).toEqual({ ...config, file });
  });

  it.each([
    ['{"auths":{"a":{"auth":"czNjcmV0"', "is not JSON"],
    ["[]", "is no JSON object"],
    ['{"currentContext":1}', "currentContext is not text"],
    ['{"HttpHeaders":{"X-A":["s3cret"]}}', "HttpHeaders is not an object of texts"],
    ['{"auths":"s3cret"}', "auths is not an object"],
    ['{"credHelpers":["s3cret"]}', "credHelpers is not an object of texts"],
  ])("%s is refused by the name of its file, and not shown", async (text, message) => {
    const DOCKER_CONFIG = await temporaryDirectory();
    const file = join(DOCKER_CONFIG, "config.json");
    await writeFile(file, text);
    const error = await readDockerConfig({ DOCKER_CONFIG }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "CONFIG", option: file, message: `${file}: ${message}` });
    expect((error as Error).cause).toBeUndefined();
  });

  it("that cannot be read is told with the reason", async () => {
    const DOCKER_CONFIG = await temporaryDirectory();
    await mkdir(join(DOCKER_CONFIG, "config.json"));
    await expect(readDockerConfig({ DOCKER_CONFIG })).rejects.toThrow(
      /config\.json: cannot be read \(EISDIR\); DOCKER_CONFIG/,
    );
  });
});
