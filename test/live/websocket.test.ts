import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Body } from "../../src/index.js";
import { Docker, ensureImage, image, ways } from "./engine.js";

describe.each(ways)("an attach over a WebSocket to a real engine, %s", (_, options) => {
  const docker = new Docker(options);
  const label = `sdk-websocket-${randomUUID().slice(0, 8)}`;

  beforeAll(() => ensureImage(docker));

  afterAll(async () => {
    const filters = { label: [label] };
    for (const { Id } of await docker.containers.list({ all: true, filters })) {
      await docker.containers.remove(Id, { force: true });
    }
    await docker.close();
  });

  async function create(body: Body<"ContainerCreate">): Promise<string> {
    const labels = { Labels: { [label]: "" } };
    return (await docker.containers.create({ Image: image, ...labels, ...body })).Id;
  }

  it("brings stdout and stderr as one, and ends with the process", async () => {
    const Id = await create({
      Cmd: ["sh", "-c", "printf 'out \\377'; sleep 0.2; echo err >&2; exit 3"],
    });
    const query = { stdout: true, stderr: true };
    const { output } = await docker.containers.attachWebsocket(Id, query);
    await docker.containers.start(Id);
    const pieces: Uint8Array[] = [];
    for await (const { stream, data } of output) {
      expect(stream).toBe("stdout");
      pieces.push(data);
    }
    expect(Buffer.concat(pieces).toString("latin1")).toBe("out \xfferr\n");
  });

  it("ends the input, and reads what the process says after that", async () => {
    const Id = await create({ Cmd: ["sort"], OpenStdin: true, StdinOnce: true });
    const { stdin, output } = await docker.containers.attachWebsocket(Id, {
      stdin: true,
      stdout: true,
    });
    await docker.containers.start(Id);
    stdin.end("b\na\n");
    expect(await output.text()).toBe("a\nb\n");
  });

  it("carries much in both directions", async () => {
    const Id = await create({ Cmd: ["cat"], OpenStdin: true, StdinOnce: true });
    const { stdin, output } = await docker.containers.attachWebsocket(Id, {
      stdin: true,
      stdout: true,
    });
    await docker.containers.start(Id);
    const sent = Buffer.from(Array.from({ length: 2 ** 21 }, (_, i) => i * 7));
    stdin.end(sent);
    const pieces: Uint8Array[] = [];
    for await (const { data } of output) pieces.push(data);
    expect(Buffer.concat(pieces).equals(sent)).toBe(true);
  });

  it("speaks with a terminal, and sets its size", async () => {
    const Cmd = ["sh", "-c", "read word; stty size; cat"];
    const Id = await create({ Cmd, OpenStdin: true, Tty: true });
    const shell = await docker.containers.attachWebsocket(Id, { stdin: true, stdout: true });
    await docker.containers.start(Id);
    await shell.resize({ h: 33, w: 77 });
    shell.stdin.end("go\n");
    expect(await shell.output.text()).toContain("33 77");
  });

  it("tells what was written before", async () => {
    const Id = await create({ Cmd: ["echo", "before"] });
    await docker.containers.start(Id);
    await docker.containers.wait(Id);
    const query = { logs: true, stream: false, stdout: true };
    const { output } = await docker.containers.attachWebsocket(Id, query);
    expect(await output.text()).toBe("before\n");
  });

  it("is left by close(), and the process goes on", async () => {
    const Id = await create({ Cmd: ["sleep", "60"], OpenStdin: true });
    await docker.containers.start(Id);
    const attachment = await docker.containers.attachWebsocket(Id, { stdin: true, stdout: true });
    setTimeout(() => attachment.close(), 100);
    expect(await attachment.output.text()).toBe("");
    expect((await docker.containers.inspect(Id)).State.Running).toBe(true);
  });

  it("is refused in the engine's words", async () => {
    const query = { stdout: true };
    await expect(docker.containers.attachWebsocket(label, query)).rejects.toMatchObject({
      name: "NotFoundError",
      message: `No such container: ${label}`,
    });
    const Id = await create({ Cmd: ["sleep", "60"] });
    await docker.containers.start(Id);
    await docker.containers.pause(Id);
    await expect(docker.containers.attachWebsocket(Id, query)).rejects.toMatchObject({
      name: "ConflictError",
      message: expect.stringMatching(/is paused/),
    });
    await docker.containers.unpause(Id);
  });
});
