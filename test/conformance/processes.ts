import { PassThrough, Readable } from "node:stream";
import { expect } from "vitest";
import {
  ConflictError,
  type Docker,
  type Filters,
  NotFoundError,
  type OutputStream,
  type TimeoutError,
} from "../../src/index.js";
import { type Scenario, unique, withContainer } from "./scenario.js";

/** Processes and their streams: attach, exec, TTYs, stats, events. */

async function isAttachedTo(docker: Docker, image: string): Promise<void> {
  const { Id } = await docker.containers.create({
    Image: image,
    Cmd: ["sh", "-c", "cat; echo done >&2"],
    OpenStdin: true,
    StdinOnce: true,
  });
  try {
    const streams = { stdin: true, stdout: true, stderr: true };
    const { stdin, output } = await docker.containers.attach(Id, streams);
    await docker.containers.start(Id);
    stdin.write("one\n");
    stdin.end("two\n");
    const written = { stdout: "", stderr: "" };
    for await (const { stream, data } of output) written[stream] += Buffer.from(data);
    expect(written).toEqual({ stdout: "one\ntwo\n", stderr: "done\n" });
    expect((await docker.containers.wait(Id)).StatusCode).toBe(0);

    // What was written before comes with `logs`, and nothing more without `stream`.
    const query = { logs: true, stream: false, stdout: true, stderr: true };
    const before = await docker.containers.attach(Id, query);
    expect((await lines(before.output)).sort()).toEqual(["done", "one", "two"]);
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
}

async function isAttachedToATty(docker: Docker, image: string): Promise<void> {
  const body = { Image: image, Cmd: ["sh", "-c", "sleep 0.3; echo out; echo err >&2"], Tty: true };
  const { Id } = await docker.containers.create(body);
  try {
    const attached = await docker.containers.attach(Id, { stdout: true, stderr: true });
    await docker.containers.start(Id);
    await attached.resize({ h: 30, w: 100 });
    const { stdout, stderr } = attached.output.split();
    expect(await text(stdout)).toBe("out\r\nerr\r\n");
    expect(await text(stderr)).toBe("");
    await expect(attached.output.text()).rejects.toThrow("has been read already");
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
}

async function isRefusedAttachments(docker: Docker, image: string): Promise<void> {
  const { containers, exec } = docker;
  await expect(containers.attach("sdk-nobody", { stdout: true })).rejects.toMatchObject({
    name: "NotFoundError",
    message: "No such container: sdk-nobody",
    operation: "ContainerAttach",
  });
  await expect(exec.start("sdk-nothing")).rejects.toMatchObject({
    name: "NotFoundError",
    message: "No such exec instance: sdk-nothing",
  });
  await expect(containers.exec("sdk-nobody", ["true"])).rejects.toBeInstanceOf(NotFoundError);
  const { Id } = await containers.create({ Image: image });
  try {
    await expect(containers.exec(Id, ["true"])).rejects.toMatchObject({
      name: "ConflictError",
      message: expect.stringMatching(/is not running$/i),
    });
  } finally {
    await containers.remove(Id);
  }
  await withContainer(docker, { Image: image }, async (id) => {
    await containers.pause(id);
    await expect(containers.exec(id, ["true"])).rejects.toBeInstanceOf(ConflictError);
    await expect(containers.attach(id, { stdout: true })).rejects.toBeInstanceOf(ConflictError);
    await containers.unpause(id);
  });
}

async function runsCommands(docker: Docker, image: string): Promise<void> {
  await withContainer(docker, { Image: image }, async (id) => {
    const run = docker.containers.exec.bind(docker.containers, id);
    expect(await run(["sh", "-c", "echo out; echo err >&2; exit 3"])).toEqual({
      exitCode: 3,
      stdout: "out\n",
      stderr: "err\n",
    });
    expect(await run(["cat"], { stdin: "größe 🐳" })).toMatchObject({ stdout: "größe 🐳" });
    expect(await run(["cat"])).toMatchObject({ exitCode: 0, stdout: "" });
    const pieces = async function* (): AsyncGenerator<Buffer> {
      for (let i = 0; i < 3; i++) yield Buffer.from([i, 255]);
    };
    const bytes = { stdin: pieces(), encoding: "buffer" } as const;
    expect(await docker.containers.exec(id, ["cat"], bytes)).toMatchObject({
      stdout: Buffer.from([0, 255, 1, 255, 2, 255]),
    });
    const settings = { Env: ["A=b c"], WorkingDir: "/tmp" };
    expect((await run(["sh", "-c", "echo $A; pwd"], settings)).stdout).toBe("b c\n/tmp\n");
    expect((await run(["sh", "-c", "echo out; echo err >&2"], { Tty: true })).stdout).toBe(
      "out\r\nerr\r\n",
    );
    // The engine's words for it are the command's output.
    const missing = await run(["sdk-no-such-command"]);
    expect([126, 127]).toContain(missing.exitCode);
    expect(missing.stdout).toContain('exec: "sdk-no-such-command": executable file not found');

    const failing = run(["cat"], {
      // biome-ignore lint/correctness/useYield: it fails before
      stdin: (async function* (): AsyncGenerator<Buffer> {
        throw new Error("my own stream failed");
      })(),
    });
    await expect(failing).rejects.toThrow("my own stream failed");
    const slow = run(["sleep", "30"], { timeout: 300 });
    await expect(slow).rejects.toMatchObject({
      name: "TimeoutError",
      code: "TIMEOUT",
    } satisfies Partial<TimeoutError>);
    const abort = new AbortController();
    const aborted = run(["sleep", "30"], { signal: abort.signal });
    setTimeout(() => abort.abort(new Error("enough")), 200);
    await expect(aborted).rejects.toThrow("enough");
  });
}

async function leavesInputUnread(docker: Docker, image: string): Promise<void> {
  await withContainer(docker, { Image: image }, async (id) => {
    let ended = false;
    const endless = async function* (): AsyncGenerator<Buffer> {
      try {
        while (true) yield Buffer.alloc(64 * 1024, "x");
      } finally {
        ended = true;
      }
    };
    const { exitCode, stdout } = await docker.containers.exec(id, ["echo", "enough"], {
      stdin: endless(),
    });
    expect([exitCode, stdout, ended]).toEqual([0, "enough\n", true]);
    // One that never gives anything must not be waited for, either.
    const stdin = new PassThrough();
    expect((await docker.containers.exec(id, ["true"], { stdin })).exitCode).toBe(0);
    expect(stdin.destroyed).toBe(true);
    const odd = Readable.from([1, 2]);
    await expect(docker.containers.exec(id, ["cat"], { stdin: odd })).rejects.toMatchObject({
      code: "CONFIG",
      option: "stdin",
    });
    await expect(docker.containers.exec(id, ["true"], { timeout: -1 })).rejects.toMatchObject({
      option: "timeout",
    });
  });
}

async function runsCommandsStepByStep(docker: Docker, image: string): Promise<void> {
  await withContainer(docker, { Image: image }, async (id) => {
    const attach = { AttachStdin: true, AttachStdout: true, AttachStderr: true };
    const { Id } = await docker.exec.create(id, { Cmd: ["cat"], ...attach });
    expect(await docker.exec.inspect(Id)).toMatchObject({ ID: Id, Running: false, ExitCode: null });
    const { stdin, output } = await docker.exec.start(Id);
    expect(await docker.exec.inspect(Id)).toMatchObject({ Running: true, ContainerID: id });
    expect((await docker.containers.inspect(id)).ExecIDs).toEqual([Id]);
    stdin.end("hello\n");
    expect(await output.text()).toBe("hello\n");
    await expect.poll(() => docker.exec.inspect(Id)).toMatchObject({ Running: false, ExitCode: 0 });

    for (const [command, code] of [
      ["false", 1],
      ["cat", 0],
    ] as const) {
      const detached = await docker.exec.create(id, { Cmd: [command], AttachStdin: true });
      expect(await docker.exec.start(detached.Id, { Detach: true })).toBeUndefined();
      await expect.poll(() => docker.exec.inspect(detached.Id)).toMatchObject({ ExitCode: code });
    }
  });
}

async function hasATerminal(docker: Docker, image: string): Promise<void> {
  await withContainer(docker, { Image: image }, async (id) => {
    const body = { Cmd: ["cat"], AttachStdin: true, AttachStdout: true, Tty: true };
    const { Id } = await docker.exec.create(id, body);
    using shell = await docker.exec.start(Id, { Tty: true });
    await shell.resize({ h: 20, w: 60 });
    shell.stdin.write("hello\n");
    for await (const { stream, data } of shell.output) {
      expect(stream).toBe("stdout");
      expect(Buffer.from(data).toString()).toContain("hello");
      break;
    }
  });
}

async function readsWhatIsTyped(docker: Docker, image: string): Promise<void> {
  const Cmd = ["sh", "-c", "cat; echo done; exit 3"];
  await withContainer(docker, { Image: image }, async (id) => {
    const { exitCode, stdout } = await docker.containers.exec(id, Cmd, {
      Tty: true,
      stdin: "hello\nyou",
    });
    expect(exitCode).toBe(3);
    // A real terminal echoes what is typed.
    expect(stdout).toMatch(/hello\r\n[\s\S]*you[\s\S]*done\r\n$/);

    const body = { Cmd, AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true };
    const { Id } = await docker.exec.create(id, body);
    const shell = await docker.exec.start(Id);
    shell.stdin.end("hello\n");
    expect(await shell.output.text()).toMatch(/hello\r\n[\s\S]*done\r\n$/);
    await expect.poll(() => docker.exec.inspect(Id)).toMatchObject({ ExitCode: 3 });
  });
  const { Id } = await docker.containers.create({ Image: image, Cmd, Tty: true, OpenStdin: true });
  try {
    const streams = { stdin: true, stdout: true, stderr: true };
    const { stdin, output } = await docker.containers.attach(Id, streams);
    await docker.containers.start(Id);
    stdin.end("hello\n");
    expect(await output.text()).toMatch(/hello\r\n[\s\S]*done\r\n$/);
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
}

async function keepsItsInput(docker: Docker, image: string): Promise<void> {
  const body = { Image: image, Cmd: ["cat"], OpenStdin: true };
  const { Id } = await docker.containers.create(body);
  try {
    const streams = { stdin: true, stdout: true };
    const first = await docker.containers.attach(Id, streams);
    await docker.containers.start(Id);
    // Without StdinOnce, who attaches first ends nothing.
    first.stdin.end("one\n");
    const second = await docker.containers.attach(Id, streams);
    second.stdin.end("two\n");
    const seen: string[] = [];
    for await (const line of first.output.lines()) {
      seen.push(line);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(["one", "two"]);
    second.close();
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
  const deaf = await docker.containers.create({ Image: image, Cmd: ["sleep", "600"] });
  try {
    using attached = await docker.containers.attach(deaf.Id, { stdin: true, stdout: true });
    const told = await new Promise((resolve) => attached.stdin.write("lost?", resolve));
    expect(told).toMatchObject({ code: "CONFIG", message: expect.stringContaining("OpenStdin") });
  } finally {
    await docker.containers.remove(deaf.Id);
  }
}

async function isMeasured(docker: Docker, image: string): Promise<void> {
  await withContainer(docker, { Image: image }, async (id) => {
    const one = await docker.containers.stats(id, { stream: false, "one-shot": true });
    expect(Date.parse(one.read ?? "")).toBeGreaterThan(0);
    expect(one.cpu_stats?.cpu_usage?.total_usage).toBeGreaterThanOrEqual(0);
    const read: unknown[] = [];
    for await (const sample of docker.containers.stats(id)) {
      read.push(sample.read);
      if (read.length === 2) break;
    }
    expect(new Set(read).size).toBe(2);
  });
  await expect(docker.containers.stats("sdk-nobody", { stream: false })).rejects.toBeInstanceOf(
    NotFoundError,
  );
}

async function tellsWhatHappens(docker: Docker, image: string): Promise<void> {
  const label = unique("events");
  const filters: Filters<"SystemEvents"> = { type: ["container"], label: [`sdk=${label}`] };
  const since = String((Date.parse((await docker.system.info()).SystemTime) - 1) / 1000);
  const { Id } = await docker.containers.create({
    Image: image,
    Cmd: ["sleep", "600"],
    Labels: { sdk: label },
  });
  const seen: string[] = [];
  const resumed: string[] = [];
  const watch = async (into: string[], reconnect: boolean): Promise<void> => {
    for await (const event of docker.system.events({ filters, since }, { reconnect })) {
      expect(event).toMatchObject({ Type: "container", Actor: { ID: Id }, scope: "local" });
      into.push(event.Action);
      if (event.Action === "destroy") return;
    }
  };
  const watching = [watch(seen, false), watch(resumed, true)];
  await docker.containers.start(Id);
  await docker.containers.exec(Id, ["true"]);
  await docker.containers.copyTo(Id, { mark: "" }, "/tmp");
  (await docker.containers.getArchive(Id, { path: "/tmp/mark" })).archive.resume();
  await docker.containers.remove(Id, { force: true });
  await Promise.all(watching);
  expect(resumed).toEqual(seen);
  expect(seen.map((action) => action.split(":")[0])).toEqual(
    expect.arrayContaining([
      "create",
      "start",
      "exec_create",
      "exec_start",
      "extract-to-dir",
      "archive-path",
      "kill",
      "die",
      "destroy",
    ]),
  );
  expect(seen[0]).toBe("create");
  const until = new Date();
  const past: string[] = [];
  for await (const { Action } of docker.system.events({ filters, since, until })) past.push(Action);
  expect(past).toEqual(seen);
}

async function lines(output: OutputStream): Promise<string[]> {
  const all: string[] = [];
  for await (const line of output.lines()) all.push(line);
  return all;
}

async function text(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export const processes: Scenario[] = [
  { title: "a container is attached to, and reads to the end of its input", run: isAttachedTo },
  { title: "a container with a TTY is attached to", run: isAttachedToATty },
  {
    title: "what cannot be attached to is refused in the engine's words",
    run: isRefusedAttachments,
  },
  { title: "commands run in a container and are fed and read", run: runsCommands },
  { title: "a command that does not read its input ends all the same", run: leavesInputUnread },
  { title: "a command is created, started, looked at and detached", run: runsCommandsStepByStep },
  { title: "a command has a terminal", run: hasATerminal },
  { title: "what is typed at a terminal is read to its end, and answered", run: readsWhatIsTyped },
  { title: "a container keeps its input for who attaches next", run: keepsItsInput },
  { title: "a container is measured", run: isMeasured },
  { title: "events are told in their order, from the past too", run: tellsWhatHappens },
];
