import type { Engine } from "../connection/engine.js";
import { ClosedError } from "../errors.js";
import { createDeadline, withSignal } from "./deadline.js";
import { connectionFailure } from "./failure.js";
import type { EngineRequest } from "./request.js";
import { EngineResponse } from "./response.js";

/** What sending needs: the engine, the version in the path, and what every request has. */
export interface SendContext {
  engine(): Promise<Engine>;
  apiVersion(): Promise<string>;
  isClosed(): boolean;
  readonly headers: Record<string, string>;
  readonly timeout: number | undefined;
}

/**
 * A fetch for openapi-fetch, straight over undici's dispatcher: no redirects, no middleware, no
 * time limit but the caller's.
 */
export function createFetch(
  context: SendContext,
): (request: EngineRequest) => Promise<EngineResponse> {
  return async (request) => {
    const call = `${request.method} ${request.url.split("?", 1)[0]}`;
    const deadline = createDeadline(request.signal, request.timeout ?? context.timeout, call);
    const { signal } = deadline;
    let engine: Engine | undefined;
    /** An abort rejects with the signal's reason, whatever broke first because of it. */
    const failure = (error: unknown): unknown => {
      if (signal?.aborted) return signal.reason;
      if (context.isClosed()) return new ClosedError();
      return engine ? connectionFailure(error, engine) : error;
    };
    try {
      if (context.isClosed()) throw new ClosedError();
      engine = await withSignal(context.engine(), signal);
      // A ping is how the version is found out, so it has none.
      const version =
        request.url === "/_ping" ? "" : `/v${await withSignal(context.apiVersion(), signal)}`;
      const data = await engine.dispatcher.request({
        origin: engine.origin,
        path: `${engine.basePath}${version}${request.url}`,
        method: request.method as "GET",
        headers: { ...context.headers, ...request.headers },
        body: request.body ?? null,
        signal: signal ?? null,
        // undici's own 300 seconds would cut what is rightly quiet: a wait, a long prune.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      engine.answered = true;
      if (request.streaming) deadline.stopTimer();
      data.body.once("close", deadline.release);
      return new EngineResponse(data, { host: engine.host, call, failure });
    } catch (error) {
      deadline.release();
      throw failure(error);
    }
  };
}
