import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTar, type TarEntry, writeTar } from "../../src/streams/tar.js";
import { checkAnswer } from "../support/answers.js";
import { entry } from "../support/files.js";
import { Docker, ensureImage, image, registry, ways } from "./engine.js";

/**
 * A plugin whose socket is a link to one of this process: so it needs no program of its own. The
 * engine follows it where it has the same temporary files as the tests.
 */
const configOf = (socket: string): object => ({
  description: "for a test",
  entrypoint: [
    "/bin/sh",
    "-c",
    `ln -s ${socket} /run/docker/plugins/test.sock; trap 'exit 0' TERM; sleep 600 & wait`,
  ],
  workdir: "/",
  network: { type: "host" },
  interface: { types: ["docker.dummy/1.0"], socket: "test.sock" },
  linux: { capabilities: ["CAP_SYS_TIME"] },
  env: [{ name: "DEBUG", settable: ["value"], value: "0" }],
  args: { name: "", settable: null, value: [] },
  mounts: [],
});

describe.runIf(registry).each(ways)("plugins of a real engine, %s", (_, options) => {
  const { address = "", username = "", password = "" } = registry ?? {};
  const registryAuth = registry
    ? { username, password, serveraddress: address }
    : ("anonymous" as const);
  const name = `${address}/sdk-plugin-${randomUUID().slice(0, 8)}:1`;
  const docker = new Docker({ ...options, registryAuth });
  let directory: string;
  let server: Server;
  let rootfs: TarEntry[];
  let socket: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "sdk-plugin-"));
    socket = join(directory, "s");
    server = createServer((connection) => connection.end());
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    rootfs = await filesOfImage(docker);
  });

  afterAll(async () => {
    await docker.plugins.remove(name, { force: true }).catch(() => {});
    await docker.close();
    await new Promise((resolve) => server.close(resolve));
    await rm(directory, { recursive: true, force: true });
  });

  it("are made, set, pushed, removed, pulled, upgraded and run", async () => {
    const { plugins } = docker;
    const config = JSON.stringify(configOf(socket));
    await plugins.create(name, writeTar([entry("config.json", { content: config }), ...rootfs]));
    await expect(plugins.create(name, writeTar([]))).rejects.toMatchObject({ status: 409 });
    const found = await plugins.inspect(name);
    expect(checkAnswer("PluginInspect", 200, found)).toEqual([]);
    expect(found).toMatchObject({ Name: name, Enabled: false, Settings: { Env: ["DEBUG=0"] } });
    await plugins.set(name, ["DEBUG=1"]);
    expect((await plugins.inspect(name)).Settings.Env).toEqual(["DEBUG=1"]);
    await expect(plugins.set(name, ["NO=1"])).rejects.toMatchObject({ code: "SERVER" });

    const percents: number[] = [];
    const onProgress = ({ percent }: { percent: number }): unknown => percents.push(percent);
    const pushed = await plugins.push(name, { onProgress });
    expect(pushed).toMatchObject({ tag: "1", digest: expect.stringMatching(/^sha256:/) });
    expect(percents.at(-1)).toBe(100);
    await plugins.remove(name);
    await expect(plugins.inspect(name)).rejects.toMatchObject({ code: "NOT_FOUND" });

    const privileges = await plugins.privileges(name);
    expect(checkAnswer("GetPluginPrivileges", 200, privileges)).toEqual([]);
    expect(privileges.map(({ Name, Value }) => [Name, Value])).toEqual([
      ["network", ["host"]],
      ["capabilities", ["CAP_SYS_TIME"]],
    ]);
    const refused = plugins.pull(name);
    await expect(refused).rejects.toMatchObject({
      code: "PROGRESS",
      message: "incorrect privileges",
    });
    const { digest } = pushed;
    expect(await plugins.pull(name, privileges)).toEqual({ digest });
    await expect(plugins.pull(name, privileges)).rejects.toMatchObject({ code: "BAD_PARAMETER" });
    expect(await plugins.upgrade(name, name, privileges)).toEqual({ digest });

    await plugins.enable(name, { timeout: 5 });
    await expect(plugins.remove(name)).rejects.toMatchObject({ code: "CONFLICT" });
    const running = await plugins.list({ filters: { enabled: ["true"] } });
    expect(checkAnswer("PluginList", 200, running)).toEqual([]);
    expect(running.map((plugin) => plugin.Name)).toContain(name);
    await expect(plugins.enable(name)).rejects.toMatchObject({ code: "CONFLICT" });
    await plugins.disable(name);
    await expect(plugins.disable(name)).rejects.toMatchObject({ code: "CONFLICT" });
    await plugins.remove(name);
  });

  it("are not shown to whoever has no credentials", async () => {
    const nobody = { registryAuth: "anonymous" } as const;
    expect(await docker.plugins.privileges(name, nobody)).toEqual([]);
    await expect(docker.plugins.pull(name, [], {}, nobody)).rejects.toMatchObject({
      code: expect.stringMatching(/^(SERVER|NOT_FOUND)$/),
    });
    await expect(docker.plugins.push(name)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

/** The files of the tests' image, where a plugin has them. */
async function filesOfImage(docker: Docker): Promise<TarEntry[]> {
  await ensureImage(docker);
  const { Id } = await docker.containers.create({ Image: image });
  const below = (path: string): string => `rootfs/${path.replace(/^\.?\//, "")}`;
  const entries: TarEntry[] = [];
  try {
    for await (const found of readTar(await docker.containers.export(Id))) {
      const { name, type, linkname, body } = found;
      const target = type === "link" && linkname ? { linkname: below(linkname) } : {};
      const chunks: Uint8Array[] = [];
      for await (const chunk of body ?? []) chunks.push(chunk);
      const again = (async function* () {
        yield* chunks;
      })();
      entries.push({ ...found, ...target, name: below(name), ...(body && { body: again }) });
    }
  } finally {
    await docker.containers.remove(Id);
  }
  return entries;
}
