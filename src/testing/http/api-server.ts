import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Server as TlsServer } from "node:https";
import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import { keepAlive } from "../real-timers.js";
import type { Certificates } from "../tls/certificates.js";
import { responseToUpgrade } from "./hijack.js";
import {
  checkListen,
  type ListenOptions,
  listenAt,
  type PathListening,
  type Place,
  type PortListening,
} from "./listen.js";
import { MemoryDispatcher } from "./memory-dispatcher.js";
import { type ServerParts, serve } from "./server.js";

/** A call may be quiet for as long as it likes. */
const timeouts = { requestTimeout: 0, keepAliveTimeout: 0 };

interface ApiServerParts extends ServerParts {
  readonly certificates: Certificates;
}

/** The ways in to one daemon, in memory and over sockets; they are made when they are first used. */
export class ApiServer {
  readonly #parts: ApiServerParts;
  readonly #connections = new Set<Duplex>();
  readonly #places = new Map<Place, Server | TlsServer>();
  #dispatcher: Dispatcher | undefined;
  #refusals = 0;
  #closed = false;
  #calls = 0;
  #letGo: (() => void) | undefined;

  constructor(parts: ApiServerParts) {
    this.#parts = parts;
  }

  get dispatcher(): Dispatcher {
    this.#dispatcher ??= new MemoryDispatcher(this.#createServer(), () => this.#refusals > 0);
    return this.#dispatcher;
  }

  async listen(options: ListenOptions): Promise<PathListening & PortListening> {
    if (this.#closed) throw new Error("the mock daemon is closed");
    const checked = checkListen(options);
    const server =
      "tls" in checked && checked.tls
        ? await this.#createTlsServer(checked.address)
        : this.#createServer();
    const place = await listenAt(server, checked);
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
    return this.#attend(createServer({ ...timeouts }));
  }

  async #createTlsServer(address: string): Promise<TlsServer> {
    const { createServer: createTlsServer } = await import("node:https");
    const { certificates } = this.#parts;
    const options = {
      ...timeouts,
      ...certificates.server(address),
      ca: certificates.authority.cert,
      requestCert: true,
      rejectUnauthorized: true,
      // Else the end of what a client sends would end what it is sent.
      allowHalfOpen: true,
    };
    return this.#attend(createTlsServer(options));
  }

  #attend<S extends Server | TlsServer>(server: S): S {
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      this.#hold(1);
      response.once("close", () => this.#hold(-1));
      void serve(this.#parts, request, response);
    };
    server.on("request", answer);
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
