import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error } from "./support.js";

const build = async (
  instructions: string,
  query: Parameters<Docker["images"]["build"]>[1] = {},
  apiVersion = "1.51",
): Promise<unknown> => {
  await using daemon = new MockDaemon({ apiVersion, images: ["app:1"] });
  await using docker = new Docker({ dispatcher: daemon.dispatcher });
  const Dockerfile = `FROM app:1\n${instructions}\n`;
  return await docker.images.build({ Dockerfile, note: "hi" }, query);
};

describe("a Dockerfile is refused", () => {
  it.each([
    [
      "COPY",
      "COPY requires at least two arguments, but only one was provided. Destination could not be determined",
    ],
    ['VOLUME [""]', "VOLUME specified can not be an empty string"],
    ["SHELL []", "SHELL requires at least one argument"],
    ["HEALTHCHECK CMD", "Missing command after HEALTHCHECK CMD"],
    ["HEALTHCHECK NONE x", "HEALTHCHECK NONE takes no arguments"],
    ["HEALTHCHECK --retries=x CMD a", 'strconv.ParseInt: parsing "x": invalid syntax'],
    ["HEALTHCHECK --interval=1ns CMD a", 'Interval "interval" cannot be less than 1ms'],
    [
      "FROM app:1 AS 1a",
      'invalid name for build stage: "1a", name can\'t start with a number or contain symbols',
    ],
  ])("for %s", async (line, message) => {
    const whole = `dockerfile parse error on line 2: ${message}`;
    await expect(build(line)).rejects.toEqual(error(400, whole));
  });

  it.each([
    ["1.51", "dockerfile parse error on line 2: unknown flag: --x"],
    ["1.45", "dockerfile parse error on line 2: unknown flag: x"],
    ["1.41", "dockerfile parse error line 2: Unknown flag: x"],
  ])("in the words of an engine of API %s", async (apiVersion, message) => {
    await expect(build("COPY --x=1 a b", {}, apiVersion)).rejects.toEqual(error(400, message));
  });
});

describe("a step fails", () => {
  it.each([
    ["EXPOSE 80/xxx", "Invalid proto: xxx"],
    ["EXPOSE 99999", "Invalid containerPort: 99999"],
    ["FROM $NOTHING", "base name ($NOTHING) should not be blank"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a Dockerfile has it
    ["ARG A=${B:?missing}", 'failed to process "${B:?missing}": B: missing'],
    ["COPY --from=5 /a /b", "invalid from flag value 5: index out of bounds"],
    ["COPY --from=nope /a /b", "invalid from flag value nope: pull access denied for nope"],
    ["COPY --from=app:1 /nope /b", "COPY failed: stat nope: file does not exist"],
    ["USER nope\nRUN true", "unable to find user nope: no matching entries in passwd file"],
    ["WORKDIR /etc/passwd", "Cannot mkdir: /etc/passwd is not a directory"],
  ])("for %s", async (line, message) => {
    await expect(build(line)).rejects.toThrow(message);
  });

  it("where its network is that of a container that is not there", async () => {
    const networkmode = "container:nope";
    await build("LABEL a=b", { networkmode });
    await expect(build("RUN true", { networkmode })).rejects.toThrow(
      "joining network namespace of container: No such container: nope",
    );
  });
});

describe("an option is refused", () => {
  it.each<[object, number, string]>([
    [{ platform: "a/b/c/d" }, 400, '"a/b/c/d": cannot parse platform specifier: invalid argument'],
    [{ remote: "foo" }, 500, "remoteURL (foo) could not be recognized as URL"],
    [
      { remote: "https://x.example/y" },
      501,
      "the mock daemon does not build from https://x.example/y: it has no network",
    ],
    [{ version: "2" }, 501, "the mock daemon does not build with BuildKit: leave out version=2"],
    [{ target: "0" }, 400, 'target stage "0" could not be found'],
  ])("%o", async (query, status, message) => {
    await expect(build("LABEL a=b", query)).rejects.toEqual(error(status, message));
  });
});

describe("a base image", () => {
  it("is pulled anew where that is wanted, and has to be in the registry then", async () => {
    await using daemon = new MockDaemon({ images: ["app:1"] });
    await using docker = new Docker({ dispatcher: daemon.dispatcher });
    await docker.images.tag("app:1", { repo: "local", tag: "1" });
    const context = { Dockerfile: "FROM local:1\nLABEL a=b\n" };
    await docker.images.build(context);
    await expect(docker.images.build(context, { pull: true })).rejects.toThrow(
      "pull access denied for local",
    );
    await docker.images.build({ Dockerfile: "FROM app:1\nLABEL a=b\n" }, { pull: true });
  });
});
