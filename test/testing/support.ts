import { type Duplex, PassThrough } from "node:stream";
import { request } from "undici";
import { expect } from "vitest";
import type { Docker } from "../../src/index.js";
import type { MockDaemon } from "../../src/testing/index.js";

/** One answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

interface WireRequest {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Sends one request without the SDK; a body is sent as JSON, a string as it is. */
export async function wire(
  daemon: MockDaemon,
  method: "GET" | "POST" | "PUT" | "DELETE" | "HEAD" | "OPTIONS",
  path: string,
  { body, headers }: WireRequest = {},
): Promise<WireAnswer> {
  const json = { "content-type": "application/json" };
  const answer = await request(`http://docker${path}`, {
    method,
    dispatcher: daemon.dispatcher,
    headers: headers ?? (body === undefined ? {} : json),
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: await answer.body.text(),
  };
}

/** What the engine refuses: `[status, message]`, as `wire` and `expect` want it. */
export const refusal = (status: number, message: string): object => ({
  status,
  text: `${JSON.stringify({ message })}\n`,
});

/** For errors of the SDK. */
export const error = (status: number, message: string): object =>
  expect.objectContaining({ status, message });

/** Waits for a promise that must come soon, so that a hang has a name. */
export async function soon<T>(promise: Promise<T>, what: string, milliseconds = 2000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A container that has printed this, and exited. */
export async function printed(docker: Docker, text: string): Promise<string> {
  const { Id } = await docker.containers.create({ Image: "app:1", Cmd: ["echo", "-n", text] });
  await docker.containers.wait(
    Id,
    { condition: "next-exit" },
    { onWaiting: () => docker.containers.start(Id) },
  );
  return Id;
}

/** A connection that an engine has handed over, or its refusal. */
export interface Upgraded {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  /** The rest of the connection; of a refusal, its body. */
  readonly connection: Duplex;
  /** All that comes until the other side ends. */
  readonly rest: Promise<string>;
  /** Waits until this much of it has come. */
  until(text: string): Promise<void>;
}

/** Asks for an upgrade as the SDK does. */
export function upgrade(
  target: Pick<MockDaemon, "dispatcher">,
  path: string,
  body?: unknown,
): Promise<Upgraded> {
  const refused = new PassThrough();
  return new Promise((resolve, reject) => {
    target.dispatcher.dispatch(
      {
        origin: "http://docker",
        path,
        method: "POST",
        upgrade: "tcp",
        headers: body === undefined ? {} : { "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
      {
        onRequestStart() {},
        onRequestUpgrade(_controller, status, headers, socket) {
          resolve(received(status, headers, socket));
        },
        onResponseStart(_controller, status, headers) {
          resolve(received(status, headers, refused));
        },
        onResponseData: (_controller, chunk) => void refused.write(chunk),
        onResponseEnd: () => void refused.end(),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

function received(status: number, headers: Upgraded["headers"], connection: Duplex): Upgraded {
  let text = "";
  const watchers = new Set<() => void>();
  connection.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    for (const watch of watchers) watch();
  });
  const rest = new Promise<string>((resolve, reject) => {
    connection.once("end", () => resolve(text)).once("error", reject);
  });
  rest.catch(() => {});
  const until = (wanted: string): Promise<void> =>
    soon(
      new Promise((resolve) => {
        const watch = (): void => {
          if (text.includes(wanted)) resolve();
        };
        watchers.add(watch);
        watch();
      }),
      `${JSON.stringify(wanted)} in the output`,
    );
  return { status, headers, connection, rest, until };
}

/** One frame of output. */
export const frame = (stream: 1 | 2, text: string): string => {
  const header = Buffer.from([stream, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(text.length, 4);
  return header.toString("latin1") + text;
};
