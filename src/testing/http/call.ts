import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { operations } from "../../../generated/api.js";
import type { Routes } from "../../../generated/routes.js";
import type { Engine } from "../engine.js";
import type { Query } from "./query.js";

export type OperationId = keyof Routes & keyof operations;

/** One request that reached the daemon and has a handler. */
export interface Call {
  /** The API version that the client speaks: `[1, 51]`. */
  readonly version: readonly [number, number];
  /** What stands in the path's `{braces}`, decoded. */
  readonly parameter: string;
  readonly query: Query;
  readonly headers: IncomingHttpHeaders;
  /** The body; empty for an upload, which is read from `request`. */
  readonly body: string;
  /** Aborts when the client goes away before the answer is complete. */
  readonly signal: AbortSignal;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Takes the connection over: `101` for a client that wants an upgrade, `200` for any other. */
  hijack(type: string, headers?: Readonly<Record<string, string>>): Duplex;
}

/** An answer as the API document has it, only to be read. */
export type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Sent<T[Key]> }
    : T;

/** What a client sends: anything may be missing or null. */
export type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : string extends keyof T
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T extends object
      ? { readonly [Key in keyof T]?: Given<T[Key]> | null }
      : T;

type Json<R> = R extends { content: { "application/json": infer Body } } ? Sent<Body> : undefined;
type Responses<Op extends OperationId> = operations[Op]["responses"];

/** What an operation answers when it succeeds, as the API document has it. */
export type AnswerBody<Op extends OperationId> = Json<
  Responses<Op>[keyof Responses<Op> & (200 | 201)]
>;

/** A status and, where there is one, a JSON body. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body?: Body;
}

/** Answers a call; `undefined` when it has written the response itself. */
export type Handler<Op extends OperationId = OperationId> = (
  call: Call,
  engine: Engine,
) => Reply<AnswerBody<Op>> | Promise<Reply<AnswerBody<Op>>>;

type Reply<Body> = Answer<Body> | undefined;

export type Handlers = { readonly [Op in OperationId]?: Handler<Op> };

export const ok = <Body>(body: Body): Answer<Body> => ({ status: 200, body });
export const created = <Body>(body: Body): Answer<Body> => ({ status: 201, body });
export const noContent: Answer<never> = { status: 204 };
export const notModified: Answer<never> = { status: 304 };

export const speaksAtLeast = ({ version }: Call, minor: number): boolean =>
  version[0] > 1 || version[1] >= minor;
