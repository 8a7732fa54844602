import type { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { type RawEngine, rawEngine } from "../support/raw-engine.js";

/** What becomes of a connection when a request has come on it. */
type Turn = (socket: Socket) => void;

/**
 * An engine that loses connections: what is asked for the n-th time, pings aside, meets the n-th turn,
 * and the last turn is for all that come after.
 */
async function losingEngine(...turns: Turn[]): Promise<RawEngine & { requests: string[] }> {
  const requests: string[] = [];
  const engine = await rawEngine((socket, head) => {
    const [request = ""] = head.split(" HTTP/");
    const turn = turns[requests.filter((one) => one === request).length] ?? turns.at(-1);
    requests.push(request);
    turn?.(socket);
  });
  return Object.assign(engine, { requests });
}

const answer: Turn = (socket) =>
  socket.write('HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"ID":"one"}');
const answerHead: Turn = (socket) => socket.write("HTTP/1.1 404 Not Found\r\n\r\n");
const close: Turn = (socket) => socket.destroy();
const end: Turn = (socket) => socket.end();
const silence: Turn = () => {};
/** It begins an answer, and breaks off in the middle of it. */
const breakOff: Turn = (socket) =>
  socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"ID":"one"}');

/** A client of this engine whose connection is open, and has answered. */
async function client(engine: RawEngine): Promise<Docker> {
  return Docker.connect({ host: engine.host, env: {} });
}

const lost = { name: "ConnectionError", code: "CONNECTION" };
const info = "GET /v1.51/info";

describe("a request whose connection is closed as it comes", () => {
  it.each([
    ["closes", close],
    ["ends", end],
  ])("is sent again when the engine %s it, if it is a GET", async (_, turn) => {
    await using engine = await losingEngine(turn, answer);
    await using docker = await client(engine);
    expect(await docker.system.info()).toMatchObject({ ID: "one" });
    expect(engine.requests).toEqual([info, info]);
  });

  it("is sent again if it is a HEAD", async () => {
    await using engine = await losingEngine(close, answerHead);
    await using docker = await client(engine);
    const stat = docker.containers.statPath("web", { path: "/x" });
    await expect(stat).rejects.toMatchObject({ code: "NOT_FOUND" });
    const head = "HEAD /v1.51/containers/web/archive?path=%2Fx";
    expect(engine.requests).toEqual([head, head]);
  });

  it("is sent again once only", async () => {
    await using engine = await losingEngine(close);
    await using docker = await client(engine);
    await expect(docker.system.info()).rejects.toMatchObject(lost);
    expect(engine.requests).toEqual([info, info]);
  });

  it("is sent again for each of many at once", async () => {
    await using engine = await losingEngine(close, answer);
    await using docker = await client(engine);
    const names = Array.from({ length: 20 }, (_, i) => `container-${i}`);
    await Promise.all(names.map((name) => docker.containers.top(name)));
    expect(engine.requests).toHaveLength(2 * names.length);
    expect(new Set(engine.requests).size).toBe(names.length);
  });

  it.each<[string, (docker: Docker) => Promise<unknown>]>([
    ["POST with a body", (docker) => docker.containers.create({ Image: "alpine" })],
    ["POST without one", (docker) => docker.containers.start("web")],
    ["POST that asks for the connection", (docker) => docker.exec.start("run")],
    ["PUT", (docker) => docker.containers.putArchive("web", new Uint8Array(9), { path: "/" })],
    ["DELETE", (docker) => docker.containers.remove("web")],
  ])("is never sent twice if it is a %s", async (_, call) => {
    await using engine = await losingEngine(close, answer);
    await using docker = await client(engine);
    await expect(call(docker)).rejects.toMatchObject(lost);
    expect(engine.requests).toHaveLength(1);
    // The client goes on all the same.
    await docker.system.ping();
  });

  it("is not sent again when its answer had begun", async () => {
    await using engine = await losingEngine(breakOff, answer);
    await using docker = await client(engine);
    await expect(docker.system.info()).rejects.toMatchObject(lost);
    expect(engine.requests).toEqual([info]);
  });

  it("is not sent again when its stream had begun", async () => {
    let open: Socket | undefined;
    const begin: Turn = (socket) => {
      open = socket;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"Type":"container"}\n');
    };
    await using engine = await losingEngine(begin, answer);
    await using docker = await client(engine);
    const seen: unknown[] = [];
    const watching = (async () => {
      for await (const event of docker.system.events()) {
        seen.push(event);
        open?.destroy();
      }
    })();
    await expect(watching).rejects.toMatchObject(lost);
    expect(seen).toEqual([{ Type: "container" }]);
    expect(engine.requests).toEqual(["GET /v1.51/events"]);
  });

  it("has one time limit for both", async () => {
    await using engine = await losingEngine(close, silence);
    await using docker = await client(engine);
    await expect(docker.system.info({ timeout: 500 })).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(engine.requests).toEqual([info, info]);
  });

  it("is not sent again when only its time is over", async () => {
    await using engine = await losingEngine(silence);
    await using docker = await client(engine);
    await expect(docker.system.info({ timeout: 200 })).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(engine.requests).toEqual([info]);
  });

  it("is not sent again when its caller has left meanwhile", async () => {
    const leaving = new AbortController();
    const leave: Turn = (socket) => {
      leaving.abort(new Error("left"));
      socket.destroy();
    };
    await using engine = await losingEngine(leave, answer);
    await using docker = await client(engine);
    await expect(docker.system.info({ signal: leaving.signal })).rejects.toThrow("left");
    await docker.system.ping();
    expect(engine.requests).toEqual([info]);
  });
});
