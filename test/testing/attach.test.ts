import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Agent } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { frame, refusal, soon, type Upgraded, upgrade, wire } from "./support.js";

let daemon: MockDaemon;

beforeEach(() => {
  daemon = new MockDaemon({ images: ["app:1"] });
});
afterEach(() => daemon.close());

async function create(body: object = {}): Promise<void> {
  await wire(daemon, "POST", "/containers/create?name=app", {
    body: { Image: "app:1", ...body },
  });
}
const start = (): Promise<unknown> => wire(daemon, "POST", "/containers/app/start");

async function run(body: object = {}): Promise<void> {
  await create(body);
  await start();
}

const attach = (query = "stream=1&stdin=1&stdout=1&stderr=1", version = ""): Promise<Upgraded> =>
  upgrade(daemon, `${version}/containers/app/attach?${query}`);

async function state(): Promise<string> {
  return JSON.parse((await wire(daemon, "GET", "/containers/app/json")).text).State.Status;
}

/** What `cat; echo done` would do. */
const echoes = { Cmd: ["sh", "-c", "cat; echo done"], OpenStdin: true };

describe("attach", () => {
  it("before the start gets all of the output, in frames, and ends with the process", async () => {
    await create({ Cmd: ["sh", "-c", "echo out; echo err >&2; exit 3"] });
    const { status, headers, rest } = await attach("stream=1&stdout=1&stderr=1");
    expect(status).toBe(101);
    expect(headers).toEqual({
      "content-type": "application/vnd.docker.multiplexed-stream",
      connection: "Upgrade",
      upgrade: "tcp",
    });
    await start();
    expect(await soon(rest, "the end")).toBe(frame(1, "out\n") + frame(2, "err\n"));
  });

  it("gives only the streams that it was asked for", async () => {
    await create({ Cmd: ["sh", "-c", "echo out; echo err >&2"] });
    const { rest } = await attach("stream=1&stderr=1");
    await start();
    expect(await soon(rest, "the end")).toBe(frame(2, "err\n"));
    expect(await soon((await attach("stream=1")).rest, "the end without streams")).toBe("");
    expect(await soon((await attach("stdout=1")).rest, "the end without a stream")).toBe("");
  });

  it("ends when the process cannot be started", async () => {
    await create({ Cmd: ["nonsense"] });
    const { rest } = await attach();
    expect(await start()).toMatchObject({ status: 400 });
    expect(await soon(rest, "the end")).toBe("");
  });

  it("waits for the next run of a process that has ended", async () => {
    daemon.command("app:1", "hello", ({ stdout }) => void stdout.write("hello\n"));
    await run({ Cmd: ["hello"] });
    await wire(daemon, "POST", "/containers/app/wait");
    const { rest } = await attach("stream=1&logs=1&stdout=1");
    await start();
    expect(await soon(rest, "the end")).toBe(frame(1, "hello\n").repeat(2));
  });

  it("replays the logs, and goes on from there when asked to", async () => {
    await run(echoes);
    const first = await attach();
    first.connection.write("one\n");
    await first.until("one\n");
    const logs = await attach("logs=1&stdout=1");
    expect(await soon(logs.rest, "the end of the logs")).toBe(frame(1, "one\n"));
    const both = await attach("logs=1&stream=1&stdout=1");
    first.connection.write("two\n");
    await both.until(frame(1, "one\n") + frame(1, "two\n"));
  });

  it("is for any number of clients, who share one stdin", async () => {
    await run({ ...echoes, StdinOnce: true });
    const [a, b] = [await attach(), await attach()];
    a.connection.write("a\n");
    await a.until("a\n");
    b.connection.write("b\n");
    await a.until("b\n");
    a.connection.end();
    const all = frame(1, "a\n") + frame(1, "b\n") + frame(1, "done\n");
    expect(await soon(a.rest, "the end of a")).toBe(all);
    expect(await soon(b.rest, "the end of b")).toBe(all);
  });

  it("takes input before the start, and output after the client's end of it", async () => {
    await create({ ...echoes, StdinOnce: true });
    const { connection, rest } = await attach();
    connection.end("early\n");
    await start();
    expect(await soon(rest, "the end")).toBe(frame(1, "early\n") + frame(1, "done\n"));
  });

  it("ends the process's input with a client that goes away, if that is StdinOnce", async () => {
    await run({ ...echoes, StdinOnce: true });
    const { connection } = await attach();
    connection.destroy();
    await soon(wire(daemon, "POST", "/containers/app/wait"), "the end of the container");
  });

  it("leaves the process alone when a client ends its input and that is not StdinOnce", async () => {
    await run(echoes);
    const [quiet, other] = [await attach(), await attach()];
    quiet.connection.write("x\n");
    await quiet.until("x\n");
    quiet.connection.end();
    expect(await soon(quiet.rest, "the end of one client")).toBe(frame(1, "x\n"));
    other.connection.write("y\n");
    await other.until("y\n");
    expect(await state()).toBe("running");
  });

  it("does not mind the client's end of an input that nobody reads", async () => {
    daemon.program("app:1", async ({ stdout, onSignal }) => {
      await new Promise<void>((resolve) => onSignal("SIGUSR1", resolve));
      stdout.write("late\n");
      return 0;
    });
    await run();
    const { connection, rest } = await attach();
    connection.end("nobody reads this");
    await delay(5);
    await wire(daemon, "POST", "/containers/app/kill?signal=USR1");
    expect(await soon(rest, "the end")).toBe(frame(1, "late\n"));
  });

  it("to a terminal is raw, with CR LF, and its end of input ends the client alone", async () => {
    await run({ ...echoes, StdinOnce: true, Tty: true });
    const { headers, connection, rest, until } = await attach();
    expect(headers).toMatchObject({ "content-type": "application/vnd.docker.raw-stream" });
    connection.write("typed\n");
    await until("typed\r\n");
    connection.end();
    expect(await soon(rest, "the end")).toBe("typed\r\n");
    expect(await state()).toBe("running");
  });

  it("lets go of a terminal at the detach keys, even one by one", async () => {
    await run({ ...echoes, Tty: true });
    const usual = await attach();
    usual.connection.write("a\x10");
    usual.connection.write("b\x10");
    await usual.until("b");
    usual.connection.write("\x11");
    expect(await soon(usual.rest, "the end")).toBe("a^Pb");
    const own = await attach("stream=1&stdin=1&stdout=1&detachKeys=ctrl-a,x");
    own.connection.write("\x01yes\n");
    await own.until("\r\n");
    own.connection.write("\x01xno");
    expect(await soon(own.rest, "the end")).toBe("^Ayes\r\n");
    expect(await state()).toBe("running");
  });

  it("has no detach keys without a terminal", async () => {
    await run({ ...echoes, StdinOnce: true });
    const { connection, rest } = await attach();
    connection.end("\x10\x11");
    expect(await soon(rest, "the end")).toBe(frame(1, "\x10\x11") + frame(1, "done\n"));
  });

  it("has the media type of its API version", async () => {
    await run(echoes);
    const { headers } = await attach("stream=1&stdout=1", "/v1.41");
    expect(headers).toMatchObject({ "content-type": "application/vnd.docker.raw-stream" });
  });

  it("without an upgrade answers 200 and the raw stream, and takes input all the same", async () => {
    await run({ ...echoes, StdinOnce: true });
    const { path } = await daemon.listen();
    const connection = connect({ path, allowHalfOpen: true });
    const chunks: Buffer[] = [];
    connection.on("data", (chunk: Buffer) => chunks.push(chunk));
    connection.write(
      "POST /containers/app/attach?stream=1&stdin=1&stdout=1 HTTP/1.1\r\nHost: docker\r\n\r\n",
    );
    await soon(once(connection, "data"), "the headers");
    connection.end("input");
    await soon(once(connection, "end"), "the end");
    expect(Buffer.concat(chunks).toString("latin1")).toBe(
      `HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n${frame(1, "input")}${frame(1, "done\n")}`,
    );
    expect(daemon.requests.at(-1)).toMatchObject({ operation: "ContainerAttach", status: 200 });
  });

  it("holds back a program for a client that does not read, and for no longer", async () => {
    let written = 0;
    daemon.program("app:1", async ({ stdout, stdin }) => {
      await once(stdin.resume(), "end");
      for (; written < 300; written += 1) {
        if (!stdout.write(Buffer.alloc(64 * 1024))) await once(stdout, "drain");
      }
      return 0;
    });
    await run({ OpenStdin: true, StdinOnce: true });
    const { connection } = await attach();
    connection.end();
    connection.pause();
    let before = -1;
    while (before !== written || written === 0) {
      before = written;
      await delay(20);
    }
    expect(written).toBeLessThan(100);
    connection.destroy();
    await soon(wire(daemon, "POST", "/containers/app/wait"), "the end of the container");
    expect(written).toBe(300);
  });

  it("is refused in plain text that says it is a stream", async () => {
    await run(echoes);
    const refused = async (path: string): Promise<unknown[]> => {
      const { status, headers, rest } = await upgrade(daemon, path);
      return [status, headers, await rest];
    };
    const type = { "content-type": "application/vnd.docker.raw-stream" };
    expect(await refused("/containers/nobody/attach?stream=1")).toEqual([
      404,
      type,
      "No such container: nobody\r\n",
    ]);
    expect(await refused("/containers/nobody/attach?detachKeys=foo")).toEqual([
      400,
      type,
      "Invalid detach keys (foo) provided\r\n",
    ]);
    await wire(daemon, "POST", "/containers/app/pause");
    expect(await refused("/containers/app/attach?stream=1")).toEqual([
      409,
      type,
      "container app is paused, unpause the container before attach\r\n",
    ]);
    expect(await wire(daemon, "POST", "/containers/nobody/attach")).toMatchObject({
      status: 404,
      text: "No such container: nobody\r\n",
    });
    expect(await refused("/v1.99/containers/app/attach")).toMatchObject([
      400,
      { "content-type": "application/json" },
      expect.stringContaining("client version 1.99 is too new"),
    ]);
  });

  it("is logged, and fails like any other call when it is told to", async () => {
    await run(echoes);
    daemon.fail({ operation: "ContainerAttach", status: 503, message: "busy" });
    const failed = await upgrade(daemon, "/containers/app/attach?stream=1");
    expect({ status: failed.status, text: await failed.rest }).toEqual(refusal(503, "busy"));
    await attach();
    await upgrade(daemon, "/containers/nobody/attach");
    expect(daemon.requests.slice(-3)).toMatchObject([
      { operation: "ContainerAttach", status: 503, path: "/containers/app/attach" },
      { operation: "ContainerAttach", status: 101, query: { stdin: true } },
      { operation: "ContainerAttach", status: 404 },
    ]);
  });

  it("works over a socket, with half-close, and ends with the daemon", async () => {
    await run({ ...echoes, StdinOnce: true });
    const { path } = await daemon.listen();
    const dispatcher = new Agent({ connect: { socketPath: path } });
    const query = "/containers/app/attach?stream=1&stdin=1&stdout=1";
    const { connection, rest } = await upgrade({ dispatcher }, query);
    connection.end("over\n");
    expect(await soon(rest, "the end")).toBe(frame(1, "over\n") + frame(1, "done\n"));
    await start();
    const open = await upgrade({ dispatcher }, query);
    await daemon.close();
    await soon(open.rest, "the end of the connection").catch(() => {});
    await dispatcher.destroy();
  });
});
