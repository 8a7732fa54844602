import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import { keepAlive } from "../real-timers.js";
import { responseToUpgrade } from "./hijack.js";
import {
  type ListenOptions,
  listenAt,
  type PathListening,
  type Place,
  type PortListening,
} from "./listen.js";
import { MemoryDispatcher } from "./memory-dispatcher.js";
import { type ServerParts, serve } from "./server.js";

/** The ways in to one daemon, in memory and over sockets; they are made when they are first used. */
export class ApiServer {
  readonly #parts: ServerParts;
  readonly #connections = new Set<Duplex>();
  readonly #places = new Map<Place, Server>();
  #dispatcher: Dispatcher | undefined;
  #refusals = 0;
  #closed = false;
  #calls = 0;
  #letGo: (() => void) | undefined;

  constructor(parts: ServerParts) {
    this.#parts = parts;
  }

  get dispatcher(): Dispatcher {
    this.#dispatcher ??= new MemoryDispatcher(this.#createServer(), () => this.#refusals > 0);
    return this.#dispatcher;
  }

  async listen(options: ListenOptions): Promise<PathListening & PortListening> {
    if (this.#closed) throw new Error("the mock daemon is closed");
    const server = this.#createServer();
    const place = await listenAt(server, options);
    this.#places.set(place, server);
    if (this.#closed) await this.#leave(place);
    else if (this.#refusals > 0) place.pause();
    const close = (): Promise<void> => this.#leave(place);
    const { host, path, port } = place;
    return { host, path, port, close, [Symbol.asyncDispose]: close };
  }

  /** Refuses connections and ends those that are open; answers how to take them again. */
  refuse(): () => void {
    this.#refusals += 1;
    if (this.#refusals === 1) for (const place of this.#places.keys()) place.pause();
    this.endConnections();
    let refuses = true;
    return () => {
      if (!refuses) return;
      refuses = false;
      this.#refusals -= 1;
      if (this.#refusals > 0 || this.#closed) return;
      for (const place of this.#places.keys()) place.resume();
    };
  }

  endConnections(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.endConnections();
    await this.#dispatcher?.destroy();
    await Promise.all([...this.#places.keys()].map((place) => this.#leave(place)));
  }

  async #leave(place: Place): Promise<void> {
    const server = this.#places.get(place);
    if (server === undefined) return;
    this.#places.delete(place);
    server.close();
    await place.remove();
  }

  #createServer(): Server {
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      this.#hold(1);
      response.once("close", () => this.#hold(-1));
      void serve(this.#parts, request, response);
    };
    const server = createServer({ requestTimeout: 0, keepAliveTimeout: 0 }, answer);
    server.on("upgrade", (request: IncomingMessage, connection: Duplex, head: Buffer) => {
      if (head.length > 0) connection.unshift(head);
      answer(request, responseToUpgrade(request, connection));
    });
    server.on("connection", (connection: Duplex) => {
      this.#connections.add(connection);
      connection.once("close", () => this.#connections.delete(connection));
    });
    return server;
  }

  /** Keeps the process alive while a call is open, as a socket would, and no longer. */
  #hold(change: 1 | -1): void {
    this.#calls += change;
    if (this.#calls > 0) this.#letGo ??= keepAlive();
    else {
      this.#letGo?.();
      this.#letGo = undefined;
    }
  }
}
