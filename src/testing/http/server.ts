import type { IncomingMessage, ServerResponse } from "node:http";
import { delay } from "../delay.js";
import type { Engine } from "../engine.js";
import type { Answer, Call, Handler, OperationId } from "./call.js";
import { badRequest, EngineError, notFound } from "./engine-error.js";
import { tellExchange } from "./exchanges.js";
import type { Faults } from "./faults.js";
import { isUpgraded, readUpgradeBody, refuseStream, StreamRefusal, takeOver } from "./hijack.js";
import { inWordsOf } from "./older-words.js";
import { handlers } from "./operations.js";
import { Query } from "./query.js";
import { recordUpload } from "./recorded-files.js";
import { recordedQuery } from "./recorded-query.js";
import { recordedBody, redactHeaders } from "./redact.js";
import type { RecordedRequest } from "./requests.js";
import { resetConnection } from "./reset.js";
import { findOperation, isLater } from "./router.js";
import { isOfBody, spoil } from "./spoil.js";
import { parseTarget } from "./target.js";
import { answersPlainly, parseVersion, refuseVersion } from "./versions.js";

export interface ServerParts {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The operations whose bodies are streams: they are left for the handler to read. */
const uploads: readonly OperationId[] = [
  "ImageBuild",
  "ImageLoad",
  "ImageCreate",
  "PutContainerArchive",
  "PluginCreate",
  "Session",
  "ContainerAttach",
];

const isUpload = (operation: OperationId | undefined): boolean =>
  operation !== undefined && uploads.includes(operation);

/** One reason for all: it is made with a stack, which takes longer than the rest of a short call. */
let reason: DOMException | undefined;
const leaving = (): DOMException => {
  reason ??= new DOMException("the client has gone, or has its answer", "AbortError");
  return reason;
};

/** Takes one request from its arrival to its answer. */
export async function serve(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { engine, faults, requests } = parts;
  const newest = engine.identity.apiVersion;
  const { version, path, search, redirect } = parseTarget(request.url ?? "/");
  const method = request.method ?? "GET";
  const match = findOperation(method, path, parseVersion(newest));
  const asked = version ?? newest;
  const files = isUpload(match?.operation) ? recordUpload(request) : () => undefined;
  const record: Writable<RecordedRequest> = {
    operation: match?.operation,
    method,
    path,
    parameters: match?.parameters ?? {},
    version,
    query: recordedQuery(search, match?.operation),
    headers: redactHeaders(request.headers),
    body: undefined,
    get files() {
      return files();
    },
    status: undefined,
  };
  requests.push(record);
  response.once("finish", () => {
    record.status = response.statusCode;
  });
  const userAgent = request.headers["user-agent"];
  const exchange = tellExchange(response, { request: record, userAgent });
  const gone = new AbortController();
  response.once("close", () => gone.abort(leaving()));

  try {
    const body = await readBody(request, match?.operation);
    record.body = recordedBody(body, match?.operation);
    if (exchange !== undefined) exchange.requestBody = body;
    const fault = faults.take(record);
    if (fault?.delay) await delay(fault.delay, gone.signal);
    if (fault?.reset === "before") return resetConnection(request.socket);
    if (fault?.status !== undefined) {
      describeEngine(engine, response);
      response.setHeader("Docker-Experimental", "false");
      throw new EngineError(fault.status, fault.message ?? "the mock daemon was told to fail");
    }
    const spoils = fault !== undefined && isOfBody(fault) ? fault : undefined;
    const reset = (): void => resetConnection(request.socket);
    if (spoils !== undefined) {
      if (exchange !== undefined) exchange.isSpoilt = true;
      spoil(response, spoils, reset);
    }
    if (redirect !== undefined) return void response.writeHead(301, { location: redirect }).end();
    if (method === "OPTIONS") return void response.writeHead(200).end();
    if (match === undefined) throw notFound("page not found");
    describeEngine(engine, response);
    const refused = refuseVersion(asked, newest);
    if (refused?.plain) return refusePlainly(response, 400, refused.message);
    if (refused !== undefined) throw badRequest(refused.message);
    response.setHeader("Docker-Experimental", "false");
    const { operation, parameter } = match;
    const spoken = parseVersion(asked);
    const call: Call = {
      version: spoken,
      parameter,
      query: new Query(search, (name) => isLater(operation, name, spoken)),
      headers: request.headers,
      body,
      signal: gone.signal,
      request,
      response,
      hijack(type, headers = {}) {
        const { status, connection } = takeOver(request, response, type, headers);
        record.status = status;
        if (spoils !== undefined) spoil(connection, spoils, reset);
        return connection;
      },
    };
    const handler = handlers[operation] as Handler | undefined;
    if (handler === undefined) {
      throw new EngineError(501, `the mock daemon does not do ${operation} yet`);
    }
    const answer = await handler(call, engine);
    if (answer !== undefined) send(response, answer);
  } catch (error) {
    if (error instanceof StreamRefusal && !gone.signal.aborted) {
      record.status = error.status;
      return refuseStream(request, response, error);
    }
    const refusal = error instanceof EngineError ? inOlderWords(engine, error) : error;
    fail(response, refusal, gone.signal, answersPlainly(asked, newest));
  }
}

const inOlderWords = (engine: Engine, { status, message }: EngineError): EngineError =>
  new EngineError(status, inWordsOf(engine, message));

async function readBody(
  request: IncomingMessage,
  operation: OperationId | undefined,
): Promise<string> {
  if (isUpload(operation)) return "";
  if (isUpgraded(request)) return readUpgradeBody(request);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** The headers that every answer of an engine has. */
function describeEngine({ identity }: Engine, response: ServerResponse): void {
  response.setHeader("Api-Version", identity.apiVersion);
  response.setHeader("Ostype", "linux");
  response.setHeader("Server", `Docker/${identity.engineVersion} (linux)`);
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) {
    if (status !== 204 && status !== 304) response.setHeader("Content-Length", "0");
    response.writeHead(status).end();
    return;
  }
  const text = `${JSON.stringify(body)}\n`;
  response
    .writeHead(status, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(text),
    })
    .end(text);
}

function refusePlainly(response: ServerResponse, status: number, message: string): void {
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
  };
  response.writeHead(status, headers).end(`${message}\n`);
}

function fail(response: ServerResponse, error: unknown, gone: AbortSignal, plain: boolean): void {
  if (gone.aborted || response.destroyed) return;
  // Half an answer cannot be taken back: a broken connection tells the client more than silence.
  if (response.headersSent) return void response.destroy();
  const status = error instanceof EngineError ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  if (plain) refusePlainly(response, status, message);
  else send(response, { status, body: { message } });
}
