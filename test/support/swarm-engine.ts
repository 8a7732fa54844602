import type { IncomingMessage } from "node:http";
import { decoded } from "./docker-home.js";
import { type OddServer, serve } from "./server.js";

interface Update {
  /** Path and query, without the API version. */
  url: string;
  body: unknown;
  /** What its `X-Registry-Auth` header says. */
  credentials: unknown;
}

/** A swarm manager that has one object, under every path, and counts its versions. */
export interface SwarmEngine extends OddServer {
  spec: Record<string, unknown>;
  version: number;
  /** How often the object was read. */
  reads: number;
  /** Every update that was asked for, whatever became of it. */
  updates: Update[];
  /** How many more updates come too late, because somebody else changes the object before. */
  faster: number;
  /** Instead of making an update, answers with this. */
  failure: { status: number; message: string } | undefined;
}

export async function swarmEngine(): Promise<SwarmEngine> {
  const engine: Omit<SwarmEngine, keyof OddServer> = {
    ...{ spec: { Name: "it", Labels: { a: "1" } }, version: 10, reads: 0 },
    ...{ updates: [], faster: 0, failure: undefined },
  };
  const update = (url: string, body: unknown): { status: number; answer: unknown } => {
    const { failure } = engine;
    if (failure) return { status: failure.status, answer: { message: failure.message } };
    if (engine.faster > 0) {
      engine.faster -= 1;
      engine.version += 1;
      engine.spec = { ...engine.spec, others: engine.version };
    }
    if (Number(new URLSearchParams(url.split("?")[1]).get("version")) !== engine.version) {
      const message = "rpc error: code = Unknown desc = update out of sequence";
      return { status: 500, answer: { message } };
    }
    engine.version += 1;
    engine.spec = body as Record<string, unknown>;
    return { status: 200, answer: { Warnings: null } };
  };
  const server = await serve(async (request, response) => {
    const url = (request.url ?? "").replace(/^\/v[\d.]+/, "");
    response.setHeader("Content-Type", "application/json");
    if (request.method === "GET") {
      engine.reads += 1;
      response.end(JSON.stringify({ Version: { Index: engine.version }, Spec: engine.spec }));
      return;
    }
    const body = await jsonOf(request);
    const auth = request.headers["x-registry-auth"];
    engine.updates.push({ url, body, credentials: auth && decoded(auth) });
    if (url.endsWith("/create")) {
      response.writeHead(201).end('{"ID":"1"}');
      return;
    }
    const { status, answer } = update(url, body);
    response.writeHead(status).end(JSON.stringify(answer));
  });
  return Object.assign(engine, server);
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text && JSON.parse(text);
}
