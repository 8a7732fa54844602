import { request } from "undici";
import { expect } from "vitest";
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
