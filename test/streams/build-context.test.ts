import { chmod, mkdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.js";
import { type BuildContext, openBuildContext } from "../../src/streams/build-context.js";
import { readTar } from "../../src/streams/tar.js";
import { chunks, tarOf, temporaryDirectory } from "../support/files.js";
import { collect } from "../support/frames.js";

const FROM = "FROM busybox:local\n";

/** `name content` of every file, and the name of the Dockerfile. */
async function sent(
  context: BuildContext,
  dockerfile?: string,
): Promise<{ files: string[]; dockerfile: string | undefined }> {
  const opened = await openBuildContext(context, { dockerfile });
  const files: string[] = [];
  for await (const { name, uid, gid, body } of readTar(opened.tar)) {
    expect([uid, gid]).toEqual([0, 0]);
    files.push(body ? `${name} ${Buffer.concat(await collect(body))}` : name);
  }
  return { files, dockerfile: opened.dockerfile };
}

async function directory(): Promise<string> {
  const path = join(await realpath(await temporaryDirectory()), "context");
  await mkdir(join(path, "docker"), { recursive: true });
  await writeFile(join(path, "Dockerfile"), FROM);
  await writeFile(join(path, "a"), "a");
  await writeFile(join(path, "docker/Other"), "other");
  await writeFile(join(path, "../Outside"), "outside");
  return path;
}

describe("a build context", () => {
  it("is a directory with all that is in it, and everything is root's", async () => {
    const path = await directory();
    await chmod(join(path, "a"), 0o4751);
    expect(await sent(path)).toEqual({
      files: [`Dockerfile ${FROM}`, "a a", "docker/", "docker/Other other"],
      dockerfile: "Dockerfile",
    });
    const { tar } = await openBuildContext(path);
    const modes: number[] = [];
    for await (const { name, mode } of readTar(tar)) if (name === "a") modes.push(mode);
    expect(modes).toEqual([0o4751]);
  });

  it("without what .dockerignore names, but for itself and the Dockerfile", async () => {
    const path = await directory();
    await writeFile(join(path, ".dockerignore"), "*");
    expect(await sent(path)).toEqual({
      files: [".dockerignore *", `Dockerfile ${FROM}`],
      dockerfile: "Dockerfile",
    });
    expect((await sent(path, "docker/Other")).files).toEqual([
      ".dockerignore *",
      "docker/Other other",
    ]);
  });

  it("goes by the .dockerignore beside the Dockerfile, where there is one", async () => {
    const path = await directory();
    await writeFile(join(path, ".dockerignore"), "*");
    await writeFile(join(path, "docker/Other.dockerignore"), "docker");
    expect((await sent(path, "docker/Other")).files).toEqual([
      ".dockerignore *",
      `Dockerfile ${FROM}`,
      "a a",
      "docker/Other other",
    ]);
  });

  it("takes a Dockerfile outside along, under a name that the builder ignores", async () => {
    const path = await directory();
    const given = ["../Outside", join(path, "../Outside")];
    const [first, second] = await Promise.all(given.map((name) => sent(path, name)));
    expect(first).toEqual(second);
    const name = first?.dockerfile;
    expect(name).toMatch(/^\.dockerfile\.[0-9a-f]{20}$/);
    expect(first?.files).toEqual([
      `Dockerfile ${FROM}`,
      "a a",
      "docker/",
      "docker/Other other",
      `${name} outside`,
      `.dockerignore .dockerignore\n${name}\n`,
    ]);
    await writeFile(join(path, ".dockerignore"), "docker\n.dockerignore");
    expect((await sent(path, "../Outside")).files).toEqual([
      `Dockerfile ${FROM}`,
      "a a",
      `${name} outside`,
      `.dockerignore docker\n.dockerignore\n${name}\n`,
    ]);
  });

  it("finds a Dockerfile that is a symlink, and one in lower case", async () => {
    const path = await directory();
    await symlink("docker/Other", join(path, "Link"));
    await symlink("../Outside", join(path, "Away"));
    expect((await sent(path, "Link")).dockerfile).toBe("docker/Other");
    expect((await sent(path, "Away")).dockerfile).toMatch(/^\.dockerfile\./);
    await rm(join(path, "Dockerfile"));
    await writeFile(join(path, "dockerfile"), FROM);
    expect((await sent(path)).dockerfile).toBe("dockerfile");
  });

  it("is files that a program gives", async () => {
    const files = { Dockerfile: FROM, "src/a": "a" };
    expect(await sent(files)).toEqual({
      files: [`Dockerfile ${FROM}`, "src/a a"],
      dockerfile: "Dockerfile",
    });
    expect((await sent(files, "./src/a")).dockerfile).toBe("src/a");
  });

  it("is an archive, passed on as it is", async () => {
    const archive = await tarOf();
    for (const context of [archive, chunks([archive])]) {
      const { tar, dockerfile } = await openBuildContext(context, { dockerfile: "../any" });
      expect(Buffer.concat(await collect(tar)).equals(archive)).toBe(true);
      expect(dockerfile).toBe("../any");
    }
  });

  it("with a Dockerfile or a directory that is missing is refused before anything is sent", async () => {
    const path = await directory();
    const refused = async (context: BuildContext, dockerfile?: string): Promise<string> => {
      const failure = await openBuildContext(context, { dockerfile }).catch((e: unknown) => e);
      expect(failure).toBeInstanceOf(ConfigError);
      return String(failure).replace(`${path}/`, "");
    };
    expect(await refused(join(path, "none"))).toBe("ConfigError: context: none does not exist");
    expect(await refused(join(path, "a"))).toBe("ConfigError: context: a is no directory");
    expect(await refused("")).toBe("ConfigError: context: is empty");
    expect(await refused(path, "None")).toBe("ConfigError: dockerfile: None does not exist");
    expect(await refused(path, "docker")).toBe("ConfigError: dockerfile: docker is no file");
    expect(await refused({ a: "" })).toContain('there is no "Dockerfile" among the files');
    expect(await refused({ Dockerfile: "", a: "" }, "b")).toContain('there is no "b" among');
    await writeFile(join(path, ".dockerignore"), "a[");
    expect(await refused(path)).toBe('ConfigError: .dockerignore: the pattern "a[" is malformed');
  });
});
