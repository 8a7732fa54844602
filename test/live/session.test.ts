import { randomUUID } from "node:crypto";
import {
  createServer,
  type Http2Server,
  performServerHandshake,
  type ServerHttp2Stream,
} from "node:http2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Docker, ensureImage, image, ways } from "./engine.js";

const GET_SECRET = "/moby.buildkit.secrets.v1.Secrets/GetSecret";
const FILES = "/moby.filesync.v1.FileSync/DiffCopy";
const HEALTH = "/grpc.health.v1.Health/Check";
/** The statuses of gRPC: done, and nothing by that name. */
const OK = 0;
const NOT_FOUND = 5;

/** A message of protobuf whose first field is this text. */
const message = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x0a, text.length]), Buffer.from(text)]);

/** Answers a call of gRPC. */
function answer(stream: ServerHttp2Stream, status: number, body?: Buffer): void {
  const trailers = { "grpc-status": String(status), "grpc-message": "no such files" };
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers));
  stream.end(body && Buffer.concat([Buffer.from([0, 0, 0, 0, body.length]), body]));
}

/** What gRPC wants of a client that has secrets. */
function secretServer(secrets: Record<string, string>, calls: string[]): Http2Server {
  const server = createServer();
  server.on("sessionError", () => {});
  server.on("stream", (stream, { ":path": path = "" }) => {
    const chunks: Buffer[] = [];
    stream.on("error", () => {});
    if (path === FILES) {
      // Whoever asks for files goes on asking.
      calls.push(path);
      return answer(stream, NOT_FOUND);
    }
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      calls.push(path);
      // Five bytes of gRPC and two of protobuf come before the name.
      const secret = secrets[Buffer.concat(chunks).subarray(7).toString()];
      if (path === HEALTH) answer(stream, OK, Buffer.from([0x08, 0x01]));
      else if (path === GET_SECRET && secret) answer(stream, OK, message(secret));
      else answer(stream, NOT_FOUND);
    });
  });
  return server;
}

describe.each(ways)("a session with a real engine, %s", (_, options) => {
  const docker = new Docker(options);
  const tag = `sdk-session-${randomUUID().slice(0, 8)}:1`;

  beforeAll(() => ensureImage(docker));

  afterAll(async () => {
    await docker.images.remove(tag).catch(() => {});
    await docker.close();
  });

  const dockerfile = (secret: string): string =>
    `FROM ${image}\nRUN --mount=type=secret,id=${secret},required=true tr a-z A-Z </run/secrets/${secret} >/told\n`;

  it("gives a build the secret that it asks for", async () => {
    const calls: string[] = [];
    const id = randomUUID();
    const server = secretServer({ word: "sesame" }, calls);
    const methods = [GET_SECRET];
    const connection = await docker.system.session({
      id,
      methods,
      name: "test",
      sharedKey: "test",
    });
    server.emit("connection", connection);
    const query = { version: "2" as const, session: id, nocache: true, t: [tag] };
    await docker.images.build({ Dockerfile: dockerfile("word") }, query);
    expect(calls).toContain(GET_SECRET);
    const { Id } = await docker.containers.create({ Image: tag, Cmd: ["cat", "/told"] });
    const { output } = await docker.containers.attach(Id, { stdout: true });
    await docker.containers.start(Id);
    expect(await output.text()).toBe("SESAME");
    await docker.containers.remove(Id, { force: true });
    connection.destroy();
  });

  it("is asked whether it is still there for as long as it is open", async () => {
    const calls: string[] = [];
    const connection = await docker.system.session({ id: randomUUID() });
    performServerHandshake(connection).on("stream", (stream, { ":path": path = "" }) => {
      calls.push(path);
      answer(stream, OK, Buffer.from([0x08, 0x01]));
    });
    await expect.poll(() => calls, { timeout: 30_000 }).toContain(HEALTH);
    connection.destroy();
  });

  it.each<[string, string[], RegExp]>([
    ["is asked for files if it says that it has them", [FILES], /no such files/],
    ["is not asked for files otherwise", [], /no local sources enabled/],
  ])("%s", async (_, methods, message) => {
    const calls: string[] = [];
    const id = randomUUID();
    const connection = await docker.system.session({ id, methods });
    secretServer({}, calls).emit("connection", connection);
    // Without a body: one that the engine does not read would hold its words back.
    const query = { version: "2" as const, session: id, remote: "client-session" };
    const { data } = await docker.api.POST("/build", { params: { query }, parseAs: "text" });
    expect(data).toMatch(message);
    expect(calls.filter((path) => path !== HEALTH)).toEqual(methods);
    connection.destroy();
  });

  it("of a name that is taken is refused", async () => {
    const id = randomUUID();
    const first = await docker.system.session({ id });
    await expect(docker.system.session({ id })).rejects.toMatchObject({
      name: "BadParameterError",
      message: `session ${id} already exists`,
    });
    first.destroy();
  });
});
