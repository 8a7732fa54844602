import type { Server } from "node:http";
import { type Agent, Dispatcher } from "undici";
import { timersAreFake } from "../real-timers.js";
import { memoryAgent } from "./memory-connection.js";

/**
 * Reaches a server without a port or a file. undici waits for a turn of the event loop, by the global
 * `setImmediate`, before it uses a connection again. Where a test has replaced that, each call has a
 * connection of its own.
 */
export class MemoryDispatcher extends Dispatcher {
  readonly #lasting: Agent;
  readonly #single: Agent;

  /** @param isRefusing - whether connections are refused now */
  constructor(server: Server, isRefusing: () => boolean) {
    super();
    this.#lasting = memoryAgent(server, true, isRefusing);
    this.#single = memoryAgent(server, false, isRefusing);
  }

  override dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    return (timersAreFake() ? this.#single : this.#lasting).dispatch(options, handler);
  }

  override async close(): Promise<void> {
    await Promise.all([this.#lasting.close(), this.#single.close()]);
  }

  override async destroy(): Promise<void> {
    await Promise.all([this.#lasting.destroy(), this.#single.destroy()]);
  }
}
