import { type IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { EngineError } from "./engine-error.js";

const rawStream = "application/vnd.docker.raw-stream";

/** Whether node left the connection to us, since the request has Upgrade headers. */
export const isUpgraded = (request: IncomingMessage): boolean => upgraded.has(request);

const upgraded = new WeakSet<IncomingMessage>();

/** A connection that has been taken over: what follows the headers is no HTTP any more. */
export interface TakenOver {
  readonly status: number;
  readonly connection: Duplex;
}

/**
 * The response to a request with Upgrade headers, for which node leaves the bare connection to us.
 * An ordinary answer to it ends the connection.
 */
export function responseToUpgrade(request: IncomingMessage, connection: Duplex): ServerResponse {
  upgraded.add(request);
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  // Types want a net.Socket; any Duplex will do, and in memory there is no other.
  response.assignSocket(connection as Parameters<ServerResponse["assignSocket"]>[0]);
  response.once("finish", () => close(connection));
  connection.on("error", () => {});
  return response;
}

/** The body of a request with Upgrade headers: Node looks at it from version 26 on. */
export async function readUpgradeBody(request: IncomingMessage): Promise<string> {
  if (!request.complete || request.readableLength > 0) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }
  if (request.headers["transfer-encoding"] !== undefined) {
    throw new EngineError(501, "the mock daemon reads no chunked body of an upgraded request");
  }
  const length = Number(request.headers["content-length"] ?? 0);
  const connection: Duplex = request.socket;
  // In memory this is still part of the client's write: a read now would wait for that write, for ever.
  await Promise.resolve();
  while (length > 0) {
    const body: Buffer | null = connection.read(length);
    if (body !== null) return body.toString("utf8");
    if (!connection.readable) break;
    await readable(connection);
  }
  return "";
}

function readable(connection: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      for (const event of ["readable", "end", "close"]) connection.off(event, go);
      resolve();
    };
    for (const event of ["readable", "end", "close"]) connection.on(event, go);
  });
}

/**
 * Takes the connection from its response and writes the headers: `101 UPGRADED` for a client that asked
 * for an upgrade, `200 OK` for one that did not.
 */
export function takeOver(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  headers: Readonly<Record<string, string>>,
): TakenOver {
  const upgrade = isUpgraded(request);
  const connection = release(request, response);
  const lines = upgrade
    ? ["HTTP/1.1 101 UPGRADED", `Content-Type: ${type}`, "Connection: Upgrade", "Upgrade: tcp"]
    : ["HTTP/1.1 200 OK", `Content-Type: ${rawStream}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  connection.write(`${lines.join("\r\n")}\r\n\r\n`);
  return { status: upgrade ? 101 : 200, connection };
}

/** A refusal of an attach, whose body is no JSON: plain text that is labelled as a stream. */
export class StreamRefusal extends EngineError {}

/** Answers with the refusal and nothing else, and ends the connection. */
export function refuseStream(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message }: StreamRefusal,
): void {
  const connection = release(request, response);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${rawStream}`;
  connection.write(`${head}\r\n\r\n${message}\r\n`);
  close(connection);
}

function release(request: IncomingMessage, response: ServerResponse): Duplex {
  const { socket } = response;
  if (socket === null) throw new Error("the client has gone");
  response.detachSocket(socket);
  // Whoever waits for the end of the response waits for that of the connection now.
  socket.once("close", () => response.emit("close"));
  if (!isUpgraded(request)) stopParser(socket);
  socket.on("error", () => {});
  return socket;
}

/**
 * Node's parser would take what the client sends from here on for its next request. A listener for
 * "data" makes it give the socket back; then all of its own can go.
 */
function stopParser(connection: Duplex): void {
  connection.on("data", () => {}).pause();
  for (const event of ["data", "end", "drain"]) connection.removeAllListeners(event);
}

/** Sends what is left and ends; what the client may still say is thrown away. */
export function close(connection: Duplex): void {
  connection.removeAllListeners("data");
  connection.resume();
  if (!connection.writableEnded) connection.end(() => connection.destroy());
}
