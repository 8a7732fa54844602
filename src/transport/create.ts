import { setMaxListeners } from "node:events";
import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { checkTimeout } from "../connection/check-value.js";
import type { Engine } from "../connection/engine.js";
import { checkHeaders, lowerCase } from "../connection/headers.js";
import type { ConnectionOptions } from "../connection/options.js";
import { ClosedError } from "../errors.js";
import { createAnswer } from "./answer.js";
import { createDeadline, withSignal } from "./deadline.js";
import type { StreamBody } from "./stream-body.js";
import type { Answer, EngineRequest, Transport } from "./transport.js";
import type { UpgradeAnswer } from "./upgrade.js";

/** Taken before a test puts timers of its own in their place: a turn of the loop is no matter of time. */
const { setImmediate: turn } = globalThis;

/**
 * Makes a way to an engine, for resource classes used by themselves. Nothing is read, checked or sent
 * before the first call, which loads all of that.
 *
 * @example
 * ```ts
 * import { Containers } from "docker-engine-sdk/containers";
 * import { createTransport } from "docker-engine-sdk/transport";
 *
 * const transport = createTransport({ host: "unix:///var/run/docker.sock" });
 * console.log(await new Containers(transport).list());
 * await transport.close();
 * ```
 */
export function createTransport(options: ConnectionOptions = {}): Transport {
  return new EngineTransport(options);
}

class EngineTransport implements Transport {
  readonly #options: ConnectionOptions;
  readonly #engine: Once<Engine> = new Once(() => this.#open());
  readonly #version: Once<string> = new Once(() => this.#negotiate());
  readonly #closing = new AbortController();

  constructor(options: ConnectionOptions) {
    setMaxListeners(0, this.#closing.signal);
    this.#options = options;
  }

  async send(request: EngineRequest): Promise<Answer> {
    const { method, url, headers, timeout = this.#options.timeout?.response } = request;
    if (timeout !== undefined) checkTimeout("timeout", timeout);
    const { idle = this.#options.timeout?.idle ?? 0 } = request;
    checkTimeout("idle", idle);
    checkHeaders(headers);
    const { body = "" } = request;
    const isWhole = typeof body === "string" || body instanceof Uint8Array;
    const stream = isWhole ? undefined : await openStream(body);
    const content = isWhole ? body || null : (stream?.content ?? null);
    const deadline = createDeadline(request, timeout, this.#closing.signal);
    const { signal } = deadline;
    let engine = this.#engine.value;
    /** An abort rejects with the signal's reason, whatever broke first because of it. */
    const failure = (error: unknown): unknown => {
      if (signal.aborted) return signal.reason;
      if (stream?.failure) return stream.failure.error;
      return engine ? engine.failure(error) : error;
    };
    try {
      signal.throwIfAborted();
      engine ??= await withSignal(this.#engine.get(), signal);
      // A ping is how the version is found out, so it has none.
      let version = "";
      if (url !== "/_ping") {
        const spoken = this.#version.value ?? (await withSignal(this.#version.get(), signal));
        request.onVersion?.(spoken);
        version = `/v${spoken}`;
      }
      const sent = headers ? { ...engine.headers, ...lowerCase(headers) } : engine.headers;
      const options: Dispatcher.RequestOptions = {
        origin: engine.origin,
        path: engine.basePath + version + url,
        method: method as "GET",
        headers: sent,
        body: content,
        // undici's own 300 seconds would cut what is rightly quiet: a wait, a long prune.
        headersTimeout: 0,
        bodyTimeout: 0,
      };
      const { dispatcher } = engine;
      const attempt = (): Promise<Dispatcher.ResponseData | UpgradeAnswer> => {
        const answer: Promise<Dispatcher.ResponseData | UpgradeAnswer> = request.upgrade
          ? upgrade(dispatcher, options, request.upgrade, signal, failure)
          : dispatcher.request({ ...options, signal });
        return signal === this.#closing.signal ? answer : unlessAborted(answer, signal);
      };
      let data: Dispatcher.ResponseData | UpgradeAnswer;
      try {
        data = await attempt();
      } catch (error) {
        // The engine closes idle connections as it likes, perhaps just now. What only reads may be
        // asked again; whether anything else was done nobody knows.
        const again = content === null && /^(GET|HEAD)$/.test(method) && engine.isLost(error);
        if (!again || signal.aborted) throw error;
        data = await attempt();
      }
      engine.answered = true;
      if (signal !== this.#closing.signal) data.body.once("close", deadline.release);
      const answer = createAnswer(data, engine.host, { failure, idle }, sent);
      if (request.streaming && answer.ok) deadline.stopTimer();
      return answer;
    } catch (error) {
      const reason = failure(error);
      deadline.release();
      // What was never sent holds a file or a generator open.
      stream?.content.destroy();
      throw reason;
    }
  }

  async apiVersion(): Promise<string> {
    return this.#version.value ?? this.#version.get();
  }

  async close(): Promise<void> {
    this.#closing.abort(new ClosedError());
    // An engine that could not be opened has nothing to end; whoever called it knows already.
    const closed = this.#engine.running?.then(
      (engine) => engine.close(),
      () => {},
    );
    // One that is still being opened, from a file that does not answer, is not waited for.
    if (this.#engine.value) await closed;
  }

  async #open(): Promise<Engine> {
    // Loaded with the first call, and undici with it: half of what a short-lived tool waits for.
    const { openEngine } = await import("../connection/engine.js");
    return openEngine(this.#options);
  }

  async #negotiate(): Promise<string> {
    const engine = await this.#engine.get();
    const { negotiate } = await import("./negotiate.js");
    return negotiate(this, engine, this.#options.timeout?.response, turn);
  }
}

/** Most programs ask for no connection of their own, and need not load how. */
async function upgrade(
  ...call: Parameters<typeof import("./upgrade.js").dispatchUpgrade>
): Promise<UpgradeAnswer> {
  const { dispatchUpgrade } = await import("./upgrade.js");
  return dispatchUpgrade(...call);
}

/** undici takes note of an abort only when it has a connection; a call need not wait for that. */
async function unlessAborted<T extends { body: Readable }>(
  sent: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  try {
    return await withSignal(sent, signal);
  } catch (error) {
    sent.then(
      ({ body }) => body.on("error", () => {}).destroy(),
      () => {},
    );
    throw error;
  }
}

/** Most calls have no stream for a body, and need not load how one is sent. */
async function openStream(body: AsyncIterable<Uint8Array>): Promise<StreamBody> {
  // It may fail while that is loaded.
  if (body instanceof Readable) body.on("error", () => {});
  return (await import("./stream-body.js")).openStream(body);
}

/** A piece of work that is done once, however many ask for it; after a failure, once more. */
class Once<T> {
  /** What came of it, so that a call need not wait a turn for what is there. */
  value: T | undefined;
  running: Promise<T> | undefined;
  readonly #work: () => Promise<T>;

  constructor(work: () => Promise<T>) {
    this.#work = work;
  }

  get(): Promise<T> {
    this.running ??= this.#run();
    return this.running;
  }

  async #run(): Promise<T> {
    try {
      this.value = await this.#work();
      return this.value;
    } catch (error) {
      this.running = undefined;
      throw error;
    }
  }
}
