import { mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { ConfigError, type Docker, NotFoundError, ProgressError } from "../../src/index.js";
import { type Scenario, unique, withContainer } from "./scenario.js";

/** Files: archives, copying, saved images, builds. */

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function withDirectory(use: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "sdk-files-"));
  try {
    await use(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function hasArchives(docker: Docker, image: string): Promise<void> {
  const { containers } = docker;
  await withContainer(docker, { Image: image }, async (id) => {
    await containers.exec(id, ["sh", "-c", "mkdir /box; echo hello > /box/a"]);
    expect(await containers.statPath(id, { path: "/box/a" })).toMatchObject({
      name: "a",
      size: 6,
      type: "file",
      permissions: 0o644,
    });
    expect(await containers.statPath(id, { path: "/box" })).toMatchObject({ type: "directory" });
    const { stat, archive } = await containers.getArchive(id, { path: "/box" });
    expect(stat).toMatchObject({ name: "box", type: "directory" });
    const tar = await bytesOf(archive);
    expect(tar.length % 512).toBe(0);
    expect(tar.subarray(0, 4).toString()).toBe("box/");

    await containers.exec(id, ["mkdir", "/other"]);
    await containers.putArchive(id, gzipSync(tar), { path: "/other" });
    expect((await containers.exec(id, ["cat", "/other/box/a"])).stdout).toBe("hello\n");

    await expect(containers.statPath(id, { path: "/nothing" })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await expect(containers.getArchive(id, { path: "/nothing" })).rejects.toMatchObject({
      name: "NotFoundError",
      message: expect.stringMatching(/Could not find the file \/nothing in container/),
    });
    await expect(containers.putArchive(id, tar, { path: "/nothing" })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await expect(containers.putArchive(id, tar, { path: "/box/a" })).rejects.toMatchObject({
      // 400, but 500 on engine 20.10.
      message: "extraction point is not a directory",
    });
    await expect(containers.putArchive("sdk-nobody", tar, { path: "/" })).rejects.toMatchObject({
      message: "No such container: sdk-nobody",
    });
  });
}

async function isCopiedToAndFrom(docker: Docker, image: string): Promise<void> {
  const { containers } = docker;
  const { Id } = await containers.create({ Image: image });
  try {
    await withDirectory(async (directory) => {
      const [site, out] = [join(directory, "site"), join(directory, "out")];
      await containers.copyTo(
        Id,
        { "page/index.html": "<p>", "run.sh": { content: "#!", mode: 0o755 } },
        "/srv/site",
      );
      await containers.copyFrom(Id, "/srv/site", site);
      expect(await readFile(join(site, "page/index.html"), "utf8")).toBe("<p>");
      expect((await stat(join(site, "run.sh"))).mode & 0o777).toBe(0o755);

      await symlink("run.sh", join(site, "link"));
      await writeFile(join(directory, "one"), "1");
      await containers.copyTo(Id, site, "/srv");
      await containers.copyTo(Id, `${site}/.`, "/tmp");
      await containers.copyTo(Id, join(directory, "one"), "/tmp/uno");
      await containers.copyTo(Id, join(directory, "one"), "/tmp");
      await mkdir(out);
      for (const path of ["/srv", "/tmp"]) await containers.copyFrom(Id, path, join(out + path));
      expect(await readlink(join(out, "srv/site/link"))).toBe("run.sh");
      expect(await readFile(join(out, "tmp/page/index.html"), "utf8")).toBe("<p>");
      expect(await readFile(join(out, "tmp/uno"), "utf8")).toBe("1");
      expect(await readFile(join(out, "tmp/one"), "utf8")).toBe("1");

      await expect(containers.copyTo(Id, join(directory, "none"), "/tmp")).rejects.toBeInstanceOf(
        ConfigError,
      );
      await expect(containers.copyTo(Id, site, "/no/such/place")).rejects.toThrow(
        "/no does not exist",
      );
      await expect(containers.copyFrom(Id, "/none", directory)).rejects.toBeInstanceOf(
        NotFoundError,
      );
      await expect(containers.copyTo("sdk-nobody", site, "/tmp")).rejects.toMatchObject({
        message: "No such container: sdk-nobody",
      });
    });
  } finally {
    await containers.remove(Id);
  }
}

async function isExportedAndImported(docker: Docker, image: string): Promise<void> {
  const repo = unique("imported");
  await withContainer(docker, { Image: image }, async (id) => {
    await docker.containers.copyTo(id, { mark: "here" }, "/");
    const changes = ['CMD ["cat", "/mark"]'];
    const archive = await docker.containers.export(id);
    const { Id } = await docker.images.import(archive, {
      repo,
      tag: "1",
      changes,
      message: "mine",
    });
    const { Id: found, Config, Comment } = await docker.images.inspect(`${repo}:1`);
    expect([found, Config?.Cmd, Comment]).toEqual([Id, ["cat", "/mark"], "mine"]);
  });
  const { Id } = await docker.containers.create({ Image: `${repo}:1` });
  try {
    await docker.containers.start(Id);
    await docker.containers.wait(Id);
    expect(await docker.containers.logs(Id, { stdout: true }).text()).toBe("here");
  } finally {
    await docker.containers.remove(Id);
    await docker.images.remove(`${repo}:1`);
  }
}

async function isSavedAndLoaded(docker: Docker, image: string): Promise<void> {
  const repo = unique("saved");
  const { Id } = await docker.images.inspect(image);
  for (const tag of ["1", "2"]) await docker.images.tag(image, { repo, tag });
  const tar = await bytesOf(await docker.images.save([`${repo}:1`, `${repo}:2`]));
  const one = await bytesOf(await docker.images.save(`${repo}:1`));
  for (const tag of ["1", "2"]) await docker.images.remove(`${repo}:${tag}`);
  const messages: string[] = [];
  const onProgress = ({ message }: { message: { stream?: string } }): void => {
    if (message.stream) messages.push(message.stream.trim());
  };
  const { images } = await docker.images.load(tar, {}, { onProgress });
  expect(images.sort()).toEqual([`${repo}:1`, `${repo}:2`]);
  expect(messages).toContain(`Loaded image: ${repo}:1`);
  expect((await docker.images.inspect(`${repo}:2`)).Id).toBe(Id);
  expect(await docker.images.load(gzipSync(one))).toEqual({ images: [`${repo}:1`] });
  for (const tag of ["1", "2"]) await docker.images.remove(`${repo}:${tag}`);
  await expect(docker.images.load(tar.subarray(0, 700))).rejects.toBeInstanceOf(ProgressError);
  await expect(docker.images.save("sdk/nothing:1")).rejects.toMatchObject({
    name: "NotFoundError",
    operation: "ImageGet",
  });
}

async function isBuilt(docker: Docker, image: string): Promise<void> {
  const repo = unique("built");
  const Dockerfile = [
    `FROM ${image}`,
    "ARG WHO=nobody",
    "ENV GREETING=hello",
    "LABEL made=by-hand",
    "WORKDIR /app",
    "COPY motd notes/ ./",
    "RUN echo $GREETING $WHO > greeting",
    'CMD ["cat", "motd", "greeting"]',
  ].join("\n");
  const files = { Dockerfile, motd: "welcome\n", "notes/n.txt": "n" };
  let words = "";
  const { Id } = await docker.images.build(
    files,
    { t: [`${repo}:1`, `${repo}:2`], buildargs: { WHO: "you" }, labels: { extra: "yes" } },
    { onProgress: ({ message }) => (words += message.stream ?? "") },
  );
  try {
    expect(words).toContain("Step 1/");
    expect(words).toContain(`Successfully tagged ${repo}:2`);
    const built = await docker.images.inspect(`${repo}:2`);
    expect(built.Id).toBe(Id);
    expect(built.Config).toMatchObject({
      Labels: expect.objectContaining({ made: "by-hand", extra: "yes" }),
      WorkingDir: "/app",
    });
    const container = await docker.containers.create({ Image: `${repo}:1` });
    await docker.containers.start(container.Id);
    await docker.containers.wait(container.Id);
    const logs = docker.containers.logs(container.Id, { stdout: true });
    expect(await logs.text()).toBe("welcome\nhello you\n");
    await docker.containers.remove(container.Id);
  } finally {
    for (const tag of ["1", "2"]) await docker.images.remove(`${repo}:${tag}`);
  }
}

async function isBuiltFromADirectory(docker: Docker, image: string): Promise<void> {
  const repo = unique("built");
  await withDirectory(async (directory) => {
    await writeFile(join(directory, "Dockerfile"), `FROM ${image}\nCOPY . /ctx/\n`);
    await writeFile(join(directory, ".dockerignore"), "*.log\n!kept.log\nsecret\n");
    for (const name of ["a.txt", "a.log", "kept.log", "secret"])
      await writeFile(join(directory, name), name);
    await docker.images.build(directory, { t: [`${repo}:1`] });
    try {
      await withContainer(docker, { Image: `${repo}:1` }, async (id) => {
        const { stdout } = await docker.containers.exec(id, ["ls", "/ctx"]);
        expect(stdout.trim().split(/\s+/)).toEqual(["Dockerfile", "a.txt", "kept.log"]);
      });
    } finally {
      await docker.images.remove(`${repo}:1`);
    }
    await expect(docker.images.build(join(directory, "none"))).rejects.toBeInstanceOf(ConfigError);
  });
}

async function failsToBuild(docker: Docker, image: string): Promise<void> {
  let words = "";
  const failing = docker.images.build(
    { Dockerfile: `FROM ${image}\nRUN echo before && exit 7\n` },
    { rm: true, forcerm: true },
    { onProgress: ({ message }) => (words += message.stream ?? "") },
  );
  await expect(failing).rejects.toMatchObject({
    name: "ProgressError",
    message: "The command '/bin/sh -c echo before && exit 7' returned a non-zero code: 7",
    detailCode: 7,
  });
  expect(words).toContain("before\n");
  await expect(
    docker.images.build({ Dockerfile: `FROM ${image}\nNONSENSE\n` }),
  ).rejects.toMatchObject({
    name: "BadParameterError",
    message: expect.stringMatching(/unknown instruction: NONSENSE/i),
  });
  await expect(
    docker.images.build({ Dockerfile: `FROM ${image}\nCOPY none /\n` }),
  ).rejects.toBeInstanceOf(ProgressError);
  await expect(docker.images.build({ motd: "hello" })).rejects.toBeInstanceOf(ConfigError);
}

export const files: Scenario[] = [
  { title: "a container's files are read and written as archives", run: hasArchives },
  { title: "files are copied into a container and out of it", run: isCopiedToAndFrom },
  { title: "a container is exported and imported as an image", run: isExportedAndImported },
  { title: "images are saved and loaded", run: isSavedAndLoaded },
  { title: "an image is built of given files", run: isBuilt },
  {
    title: "an image is built of a directory, without what it ignores",
    run: isBuiltFromADirectory,
  },
  { title: "a build that fails says which step", run: failsToBuild },
];
