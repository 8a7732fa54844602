import { once } from "node:events";
import { connect, createServer } from "node:http2";
import type { Duplex } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { Docker, type SessionOptions } from "../../src/index.js";
import { type RawEngine, rawEngine } from "../support/raw-engine.js";

const HANDED_OVER =
  "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";

const client = (engine: RawEngine): Docker => new Docker({ host: engine.host, env: {} });
const open = (docker: Docker, options: Partial<SessionOptions> = {}): Promise<Duplex> =>
  docker.system.session({ id: "one", ...options });

const closed = (connection: Duplex): Promise<unknown> =>
  new Promise((resolve) => connection.once("close", resolve));

/** An engine that hands the connection over, and sends back what it is sent. */
const echoing = (): Promise<RawEngine> =>
  rawEngine((socket) => {
    socket.write(HANDED_OVER);
    socket.pipe(socket);
  });

describe("a session", () => {
  it("is asked for by its id, with every method on a line of its own", async () => {
    let asked = "";
    await using engine = await rawEngine((socket, head) => {
      asked = head;
      socket.end(HANDED_OVER);
    });
    await using docker = client(engine);
    const methods = ["/a.Secrets/Get", "/b.Auth/Credentials"];
    await open(docker, { name: "app", sharedKey: "files", methods, headers: { "X-Team": "blue" } });
    expect(asked).toMatch(/^POST \/v1\.51\/session HTTP/);
    const lines = asked.split("\r\n").map((line) => line.toLowerCase());
    expect(lines).toEqual(
      expect.arrayContaining([
        "connection: upgrade",
        "upgrade: h2c",
        "x-docker-expose-session-uuid: one",
        "x-docker-expose-session-name: app",
        "x-docker-expose-session-sharedkey: files",
        "x-docker-expose-session-grpc-method: /a.secrets/get",
        "x-docker-expose-session-grpc-method: /b.auth/credentials",
        "x-team: blue",
      ]),
    );
  });

  it("needs no more than an id", async () => {
    let asked = "";
    await using engine = await rawEngine((socket, head) => {
      asked = head;
      socket.end(HANDED_OVER);
    });
    await using docker = client(engine);
    await open(docker);
    expect(asked.match(/^x-docker-expose-session-.*$/gim)).toEqual([
      "x-docker-expose-session-uuid: one",
    ]);
    await expect(open(docker, { id: "" })).rejects.toMatchObject({ code: "CONFIG", option: "id" });
  });

  it("is a connection on which the engine is the client of a server of ours", async () => {
    await using engine = await rawEngine(async (socket) => {
      socket.write(HANDED_OVER);
      const session = connect("http://engine", { createConnection: () => socket });
      const request = session.request({ ":method": "POST", ":path": "/a.Secrets/Get" });
      request.end(Buffer.alloc(300_000, "q"));
      request.setEncoding("utf8");
      let answer = "";
      for await (const chunk of request) answer += chunk;
      session.close(() => socket.destroy());
      answers.push(answer);
    });
    const answers: string[] = [];
    const server = createServer((request, response) => {
      let size = 0;
      request.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      request.on("end", () => response.end(`${request.url} ${size}`));
    });
    await using docker = client(engine);
    const connection = await open(docker);
    server.emit("connection", connection);
    await closed(connection);
    expect(answers).toEqual(["/a.Secrets/Get 300000"]);
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("that is refused is the engine's error, with its words", async () => {
    const body = '{"message":"session one already exists"}';
    await using engine = await rawEngine((socket) =>
      socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
    );
    await using docker = client(engine);
    await expect(open(docker)).rejects.toMatchObject({
      name: "BadParameterError",
      operation: "Session",
      message: "session one already exists",
    });
  });

  it("ends with destroy(), and frees its connection", async () => {
    await using engine = await echoing();
    await using docker = client(engine);
    const connection = await open(docker);
    connection.write("hello");
    expect(String((await once(connection, "data"))[0])).toBe("hello");
    connection.destroy();
    await vi.waitFor(() => expect(engine.open()).toBe(0));
    // What is left on purpose is no failure for whoever speaks on it.
    expect(connection.errored).toBeNull();
  });

  it("ends in the other direction too when it is ended", async () => {
    await using engine = await echoing();
    await using docker = client(engine);
    const connection = await open(docker);
    connection.end("all of it");
    let text = "";
    for await (const chunk of connection) text += chunk;
    expect(text).toBe("all of it");
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it.each<[string, (docker: Docker, controller: AbortController) => void, object]>([
    ["a signal", (_, controller) => controller.abort(new Error("enough")), { message: "enough" }],
    ["a close of the client", (docker) => void docker.close(), { code: "CLOSED" }],
  ])("is ended by %s, and tells of it", async (_, end, error) => {
    await using engine = await echoing();
    await using docker = client(engine);
    const controller = new AbortController();
    const connection = await open(docker, { signal: controller.signal });
    connection.resume();
    end(docker, controller);
    await closed(connection);
    expect(connection.errored).toMatchObject(error);
    await vi.waitFor(() => expect(engine.open()).toBe(0));
  });

  it("whose connection is lost ends no program that does not listen", async () => {
    await using engine = await rawEngine((socket) => {
      socket.write(HANDED_OVER);
      setTimeout(() => socket.destroy(), 30);
    });
    await using docker = client(engine);
    const connection = await open(docker);
    connection.resume();
    await closed(connection);
  });
});
