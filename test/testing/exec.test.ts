import { createHash, randomFillSync } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Agent } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon, type TerminalSize } from "../../src/testing/index.js";
import { checkAnswer } from "../support/answers.js";
import { frame, refusal, soon, type Upgraded, upgrade, type WireAnswer, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(async () => {
  daemon = new MockDaemon({ images: ["app:1"] });
  await wire(daemon, "POST", "/containers/create?name=app", {
    body: { Image: "app:1", Cmd: ["sleep", "600"], Env: ["A=1", "B=2"], WorkingDir: "/srv" },
  });
  await wire(daemon, "POST", "/containers/app/start");
});
afterEach(() => daemon.close());

const output = { AttachStdout: true, AttachStderr: true };
const all = { AttachStdin: true, ...output };

async function create(body: object, version = ""): Promise<string> {
  const { status, text } = await wire(daemon, "POST", `${version}/containers/app/exec`, { body });
  expect(status, text).toBe(201);
  return JSON.parse(text).Id;
}

const start = (id: string, body: object = {}, version = ""): Promise<Upgraded> =>
  upgrade(daemon, `${version}/exec/${id}/start`, body);

/** What an exec writes, from its creation to its end. */
async function run(body: object, startBody?: object): Promise<string> {
  const { status, rest } = await start(await create({ ...output, ...body }), startBody);
  expect(status).toBe(101);
  return soon(rest, "the end of the exec");
}

const inspect = async (id: string) =>
  JSON.parse((await wire(daemon, "GET", `/exec/${id}/json`)).text);

const resize = (id: string, size = "h=30&w=100"): Promise<WireAnswer> =>
  wire(daemon, "POST", `/exec/${id}/resize?${size}`);

describe("exec", () => {
  it("runs a command in a container and hands its output over in frames", async () => {
    const id = await create({ ...output, Cmd: ["sh", "-c", "echo out; echo err >&2; exit 3"] });
    expect(await inspect(id)).toEqual({
      ID: id,
      Running: false,
      ExitCode: null,
      ProcessConfig: {
        tty: false,
        entrypoint: "sh",
        arguments: ["-c", "echo out; echo err >&2; exit 3"],
        privileged: false,
      },
      OpenStdin: false,
      OpenStderr: true,
      OpenStdout: true,
      CanRemove: false,
      ContainerID: expect.stringMatching(/^[0-9a-f]{64}$/),
      DetachKeys: "",
      Pid: 0,
    });
    const { status, headers, rest } = await start(id);
    expect(status).toBe(101);
    expect(headers).toEqual({
      "content-type": "application/vnd.docker.multiplexed-stream",
      connection: "Upgrade",
      upgrade: "tcp",
      "api-version": "1.51",
      "docker-experimental": "false",
      ostype: "linux",
      server: "Docker/28.5.2 (linux)",
    });
    expect(await soon(rest, "the end")).toBe(frame(1, "out\n") + frame(2, "err\n"));
    const ended = await inspect(id);
    expect(ended).toMatchObject({ Running: false, ExitCode: 3, Pid: expect.any(Number) });
    expect(ended.Pid).toBeGreaterThan(0);
    expect(checkAnswer("ExecInspect", 200, ended)).toEqual([]);
  });

  it("closes the command's stdin with the client's input, and goes on with its output", async () => {
    const id = await create({ ...all, Cmd: ["sh", "-c", "cat; echo done"] });
    const { connection, rest, until } = await start(id);
    connection.write("one\n");
    await until("one\n");
    connection.end("two\n");
    expect(await soon(rest, "the end")).toBe(
      frame(1, "one\n") + frame(1, "two\n") + frame(1, "done\n"),
    );
  });

  it("has the container's settings, and its own over them", async () => {
    daemon.command("app:1", "show", ({ argv, env, workingDir, user, tty, hostname, stdout }) => {
      const { A, B, C, HOME, TERM } = env;
      const shown = { argv, env: { A, B, C, HOME, TERM }, workingDir, user, tty, hostname };
      stdout.write(JSON.stringify(shown));
      return 0;
    });
    const own = { Env: ["B", "C=3=4"], WorkingDir: "/tmp", User: "1000:5", Tty: true };
    const short = JSON.parse((await wire(daemon, "GET", "/containers/app/json")).text).Id;
    expect(
      JSON.parse(await run({ Cmd: ["/usr/local/bin/show", "x"], ...own }, { Tty: true })),
    ).toEqual({
      argv: ["/usr/local/bin/show", "x"],
      env: { A: "1", C: "3=4", HOME: "/", TERM: "xterm" },
      workingDir: "/tmp",
      user: "1000:5",
      tty: true,
      hostname: short.slice(0, 12),
    });
    expect(JSON.parse((await run({ Cmd: ["show"] })).slice(8))).toMatchObject({
      env: { A: "1", B: "2", HOME: "/root" },
      workingDir: "/srv",
      user: "root",
      tty: false,
    });
    expect(await run({ Cmd: ["sh", "-c", "show && pwd"] })).toContain('"argv":["show"]');
  });

  it("gives a terminal's output without frames, by what the start says", async () => {
    expect(await run({ Cmd: ["echo", "a"], Tty: true }, { Tty: true })).toBe("a\r\n");
    expect(await run({ Cmd: ["echo", "a"], Tty: true }, {})).toBe(frame(1, "a\r\n"));
    expect(await run({ Cmd: ["echo", "a"] }, { Tty: true })).toBe("a\n");
    const id = await create({ ...output, Cmd: ["echo", "a"], Tty: true });
    const { headers } = await start(id, { Tty: true });
    expect(headers).toMatchObject({ "content-type": "application/vnd.docker.raw-stream" });
    const old = await start(await create({ ...output, Cmd: ["true"] }), {}, "/v1.41");
    expect(old.headers).toMatchObject({ "content-type": "application/vnd.docker.raw-stream" });
  });

  it("gives only what is attached, and lets go at once of a client that wants nothing", async () => {
    const Cmd = ["sh", "-c", "echo out; echo err >&2"];
    expect(await run({ Cmd, AttachStdout: false })).toBe(frame(2, "err\n"));
    const id = await create({ Cmd: ["sleep", "60"] });
    expect(await soon((await start(id)).rest, "the end of the connection")).toBe("");
    expect(await inspect(id)).toMatchObject({ Running: true, ExitCode: null });
  });

  it("says in the output what it cannot run, and has an exit code for it", async () => {
    const failed = "OCI runtime exec failed: exec failed: ";
    const unable = `${failed}unable to start container process: `;
    for (const [body, code, message] of [
      [{ Cmd: ["nonsense"] }, 127, `${unable}exec: "nonsense": executable file not found in $PATH`],
      [{ Cmd: ["/no/x"] }, 127, `${unable}exec: "/no/x": stat /no/x: no such file or directory`],
      [{ Cmd: ["pwd"], WorkingDir: "srv" }, 128, `${failed}Cwd must be an absolute path`],
      [
        { Cmd: ["env"], Env: ["=x"] },
        128,
        `${unable}invalid environment variable: name cannot be empty`,
      ],
    ] as const) {
      const id = await create({ ...output, ...body });
      const { status, rest } = await start(id);
      expect(status).toBe(101);
      expect(await soon(rest, "the end")).toBe(frame(1, `${message}\r\n`));
      expect(await inspect(id)).toMatchObject({ Running: false, ExitCode: code, Pid: 0 });
      const quiet = await create(body);
      const detached = await wire(daemon, "POST", `/exec/${quiet}/start`, {
        body: { Detach: true },
      });
      expect(detached).toMatchObject(refusal(400, message));
    }
  });

  it("runs once: a second start is refused in the output", async () => {
    const id = await create({ ...output, Cmd: ["sleep", "600"] });
    const first = await start(id);
    expect(await soon((await start(id)).rest, "the second")).toBe(
      frame(1, `exec command ${id} is already running\r\n`),
    );
    await wire(daemon, "POST", "/containers/app/kill");
    await soon(first.rest, "the first");
    await wire(daemon, "POST", "/containers/app/start");
    expect(await soon((await start(id)).rest, "the third")).toBe(
      frame(1, `exec command ${id} has already run\r\n`),
    );
    expect(
      await wire(daemon, "POST", `/exec/${id}/start`, { body: { Detach: true } }),
    ).toMatchObject(refusal(409, `exec command ${id} has already run`));
  });

  it("runs on its own with Detach, and stands in its container's ExecIDs until it ends", async () => {
    let finish = (): void => {};
    daemon.command("app:1", "task", () => new Promise<number>((end) => (finish = () => end(9))));
    const id = await create({ Cmd: ["task"] });
    const ids = async () =>
      JSON.parse((await wire(daemon, "GET", "/containers/app/json")).text).ExecIDs;
    expect(await ids()).toEqual([id]);
    const started = await wire(daemon, "POST", `/exec/${id}/start`, { body: { Detach: true } });
    expect(started).toMatchObject({ status: 200, text: "" });
    expect(await inspect(id)).toMatchObject({ Running: true, ExitCode: null });
    finish();
    await delay(1);
    expect(await inspect(id)).toMatchObject({ Running: false, ExitCode: 9 });
    expect(await ids()).toBeNull();
  });

  it("ends with its container: what ran has 137, what never ran is forgotten", async () => {
    const ran = await create({ ...output, Cmd: ["sleep", "600"] });
    const idle = await create({ ...output, Cmd: ["true"] });
    const { rest } = await start(ran);
    await wire(daemon, "POST", "/containers/app/kill");
    expect(await soon(rest, "the end")).toBe("");
    expect(await inspect(ran)).toMatchObject({ Running: false, ExitCode: 137 });
    expect(await inspect(idle)).toEqual({ message: `No such exec instance: ${idle}` });
    const { ContainerID } = await inspect(ran);
    const refused = await start(ran);
    expect({ status: refused.status, text: await refused.rest }).toEqual(
      refusal(409, `container ${ContainerID} is not running`),
    );
    await wire(daemon, "DELETE", "/containers/app");
    expect(await inspect(ran)).toEqual({ message: `No such exec instance: ${ran}` });
  });

  it("is refused where there is nothing to run, or nothing to run it in", async () => {
    const exec = (name: string, body: unknown): Promise<WireAnswer> =>
      wire(daemon, "POST", `/containers/${name}/exec`, { body });
    const { Id } = JSON.parse((await wire(daemon, "GET", "/containers/app/json")).text);
    expect(await exec("app", {})).toMatchObject(refusal(400, "No exec command specified"));
    expect(await exec("nobody", {})).toMatchObject(refusal(400, "No exec command specified"));
    expect(await wire(daemon, "POST", "/containers/app/exec")).toMatchObject(
      refusal(400, "No exec command specified"),
    );
    const Cmd = ["true"];
    expect(await exec("nobody", { Cmd })).toMatchObject(refusal(404, "No such container: nobody"));
    expect(await exec("app", { Cmd, DetachKeys: "foo" })).toMatchObject(
      refusal(500, "Invalid escape keys (foo) provided"),
    );
    expect(await exec("app", { Cmd: "true" })).toMatchObject(
      refusal(
        400,
        "invalid JSON: json: cannot unmarshal string into Go struct field ExecOptions.Cmd of type []string",
      ),
    );
    await wire(daemon, "POST", "/containers/app/pause");
    expect(await exec("app", { Cmd })).toMatchObject(
      refusal(409, "Container app is paused, unpause the container before exec"),
    );
    await wire(daemon, "POST", "/containers/app/kill");
    expect(await exec("app", { Cmd })).toMatchObject(
      refusal(409, `container ${Id} is not running`),
    );
  });

  it("answers for an unknown id with ordinary JSON, whatever is asked", async () => {
    const unknown = refusal(404, "No such exec instance: nobody");
    expect(await wire(daemon, "GET", "/exec/nobody/json")).toMatchObject(unknown);
    expect(await resize("nobody")).toMatchObject(unknown);
    const { status, headers, rest } = await start("nobody");
    expect({ status, text: await rest }).toEqual(unknown);
    expect(headers).toMatchObject({ "content-type": "application/json", "api-version": "1.51" });
    const wrong = await start("nobody", { Tty: 1 });
    expect({ status: wrong.status, text: await wrong.rest }).toEqual(
      refusal(
        400,
        "invalid JSON: json: cannot unmarshal number into Go struct field ExecStartOptions.Tty of type bool",
      ),
    );
  });

  it("of a terminal goes on without a client that leaves, and is lost by the detach keys", async () => {
    const left = await create({ ...all, Tty: true, Cmd: ["cat"] });
    const client = await start(left, { Tty: true });
    client.connection.end();
    await soon(client.rest, "the end of the connection");
    expect(await inspect(left)).toMatchObject({ Running: true });
    const lost = await create({ ...all, Tty: true, Cmd: ["cat"], DetachKeys: "ctrl-a" });
    expect(await inspect(lost)).toMatchObject({ DetachKeys: "AQ==" });
    const { connection, rest } = await start(lost, { Tty: true });
    connection.write("\x01");
    expect(await soon(rest, "the end")).toBe(
      "exec attach failed: error on attach stdin: read escape sequence\r\n",
    );
    expect(await inspect(lost)).toMatchObject({ Running: false, ExitCode: 126 });
  });

  it("without an upgrade answers 200 and the stream", async () => {
    const id = await create({ ...output, Cmd: ["echo", "a"] });
    const answer = await wire(daemon, "POST", `/exec/${id}/start`, { body: {} });
    expect(answer).toMatchObject({ status: 200, text: frame(1, "a\n") });
    expect(answer.headers).toMatchObject({
      "content-type": "application/vnd.docker.raw-stream",
      "api-version": "1.51",
    });
  });

  it("is logged with its body, and fails or waits when it is told to", async () => {
    const id = await create({ ...output, Cmd: ["echo", "a"] });
    daemon.fail({ operation: "ExecStart", status: 500, message: "broken" });
    const failed = await start(id);
    expect({ status: failed.status, text: await failed.rest }).toEqual(refusal(500, "broken"));
    daemon.fail({ operation: "ExecStart", delay: 1 });
    expect(await soon((await start(id, { Tty: true })).rest, "the end")).toBe("a\n");
    expect(daemon.requests.slice(-2)).toMatchObject([
      { operation: "ExecStart", status: 500, body: {} },
      { operation: "ExecStart", status: 101, body: { Tty: true } },
    ]);
  });
});

describe("a terminal's size", () => {
  it("is what create or start says, and changes with a resize", async () => {
    const sizes: TerminalSize[] = [];
    daemon.command("app:1", "watch", async ({ size, stdin, stdout, onResize, onSignal }) => {
      const show = ({ columns, rows }: TerminalSize): boolean =>
        stdout.write(`${columns} by ${rows}\n`);
      show(size);
      onResize((changed) => sizes.push({ ...changed }));
      onSignal("SIGWINCH", () => show(size));
      await once(stdin.resume(), "end");
      return 0;
    });
    const id = await create({ ...all, Tty: true, Cmd: ["watch"], ConsoleSize: [20, 80] });
    const { until } = await start(id, { Tty: true });
    await until("80 by 20\r\n");
    expect(await resize(id)).toMatchObject({ status: 200 });
    await until("100 by 30\r\n");
    expect(sizes).toEqual([{ columns: 100, rows: 30 }]);
    const size = { Tty: true, ConsoleSize: [1, 2] };
    const Cmd = ["stty", "size"];
    expect(await run({ Cmd, Tty: true, ConsoleSize: [20, 80] }, size)).toBe("1 2\r\n");
    expect(await run({ Cmd, Tty: true }, { Tty: true })).toBe("stty: standard input\r\n");
    const old = await create({ ...output, Cmd, Tty: true, ConsoleSize: [20, 80] }, "/v1.41");
    expect(await (await start(old, size, "/v1.41")).rest).toBe("stty: standard input\r\n");
  });

  it("of a container is that of its ConsoleSize, and changes with a resize", async () => {
    await wire(daemon, "POST", "/containers/create?name=tty", {
      body: {
        Image: "app:1",
        Cmd: ["sh", "-c", "stty size; cat"],
        Tty: true,
        OpenStdin: true,
        HostConfig: { ConsoleSize: [12, 34] },
      },
    });
    const { until } = await upgrade(daemon, "/containers/tty/attach?stream=1&stdout=1");
    await wire(daemon, "POST", "/containers/tty/start");
    await until("12 34\r\n");
    let told: TerminalSize | undefined;
    daemon.program("app:1", async ({ onResize, stdin }) => {
      onResize((size) => (told = size));
      await once(stdin.resume(), "end");
      return 0;
    });
    await wire(daemon, "POST", "/containers/tty/restart?t=0");
    await wire(daemon, "POST", "/containers/tty/resize?h=7&w=9");
    expect(told).toEqual({ columns: 9, rows: 7 });
    expect(await wire(daemon, "POST", "/containers/tty/resize?h=-1&w=9")).toMatchObject(
      refusal(400, 'invalid resize height "-1": value out of range'),
    );
  });

  it("can be set just before the start, and not after the end", async () => {
    const id = await create({ ...output, Tty: true, Cmd: ["true"] });
    const early = resize(id);
    await soon((await start(id, { Tty: true })).rest, "the end");
    expect((await soon(early, "the resize")).status).toBe(200);
    expect(await resize(id)).toMatchObject(
      refusal(404, `NotFound: process does not exist ${id}: not found`),
    );
  });
});

describe.each(["in memory", "over a socket"])("256 MiB through cat, %s", (way) => {
  it("come back equal, and little of them is in memory at a time", async () => {
    const dispatcher =
      way === "in memory"
        ? daemon.dispatcher
        : new Agent({ connect: { socketPath: (await daemon.listen()).path } });
    const id = await create({ ...all, Cmd: ["cat"] });
    const { connection } = await upgrade({ dispatcher }, `/exec/${id}/start`, {});
    connection.removeAllListeners("data");
    const [sent, received] = [createHash("sha256"), createHash("sha256")];
    let peak = 0;
    const write = async (): Promise<void> => {
      const block = Buffer.alloc(1024 * 1024);
      for (let count = 0; count < 256; count += 1) {
        randomFillSync(block);
        sent.update(block);
        if (!connection.write(Buffer.from(block))) await once(connection, "drain");
        peak = Math.max(peak, process.memoryUsage().arrayBuffers);
      }
      connection.end();
    };
    const before = process.memoryUsage().arrayBuffers;
    const writing = write();
    let total = 0;
    let frameLeft = 0;
    let header = Buffer.alloc(0);
    for await (const chunk of connection as AsyncIterable<Buffer>) {
      for (let rest = chunk; rest.length > 0; ) {
        if (frameLeft === 0) {
          const missing = 8 - header.length;
          header = Buffer.concat([header, rest.subarray(0, missing)]);
          rest = rest.subarray(missing);
          if (header.length < 8) break;
          frameLeft = header.readUInt32BE(4);
          header = Buffer.alloc(0);
        }
        const part = rest.subarray(0, frameLeft);
        received.update(part);
        total += part.length;
        frameLeft -= part.length;
        rest = rest.subarray(part.length);
      }
    }
    await writing;
    expect(total).toBe(256 * 1024 * 1024);
    expect(received.digest("hex")).toBe(sent.digest("hex"));
    expect(peak - before).toBeLessThan(64 * 1024 * 1024);
    if (dispatcher instanceof Agent) await dispatcher.destroy();
  }, 60_000);
});
