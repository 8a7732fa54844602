import { type ClientRequest, request } from "node:http";
import { request as requestTls } from "node:https";
import type { Socket } from "node:net";
import { ConnectionError, TimeoutError } from "../errors.js";
import type { Connector, Way } from "./connect.js";
import { connectLimit } from "./options.js";

/**
 * Makes connections that go through a proxy.
 *
 * @param direct - what does the TLS within a tunnel, which is the engine's own
 */
export function throughProxy(proxy: URL, way: Way, direct: Connector): Connector {
  const tunnels = new Tunnels(proxy, way);
  return {
    connect(target, callback) {
      tunnels.open().then(
        (socket) => {
          if (way.tls) direct.connect({ ...target, httpSocket: socket }, callback);
          else callback(null, socket);
        },
        (error) => callback(error, null),
      );
    },
    tlsFailure: direct.tlsFailure,
    close() {
      tunnels.close();
      return direct.close();
    },
  };
}

/** Connections to an engine that a proxy makes, when it is asked to `CONNECT`. */
class Tunnels {
  readonly #proxy: URL;
  /** The engine as the proxy is to know it, `host:port`. */
  readonly #target: string;
  /** The engine, for messages. */
  readonly #host: string;
  readonly #ms: number;
  readonly #opening: Set<ClientRequest> = new Set();

  constructor(proxy: URL, { origin, resolved, options }: Way) {
    const { hostname, port, protocol } = new URL(origin);
    this.#proxy = proxy;
    // A URL does not tell the port that its scheme has anyway.
    this.#target = `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
    this.#host = resolved.host.href;
    this.#ms = connectLimit(options);
  }

  /** @throws {ConnectionError} when the proxy cannot be reached, or refuses */
  open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const opening = this.#request();
      this.#opening.add(opening);
      const late = new TimeoutError(`${this.#via} did not answer in time (timeout.connect)`);
      const timer = this.#ms ? setTimeout(() => opening.destroy(late), this.#ms) : undefined;
      opening.once("close", () => {
        clearTimeout(timer);
        this.#opening.delete(opening);
      });
      opening.once("connect", (answer, socket, head) => {
        if (!/^2/.test(String(answer.statusCode))) {
          socket.destroy();
          return reject(this.#refusal(answer.statusCode));
        }
        // An engine says nothing before it is asked, but what came is not to be lost.
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
      });
      // It answered in words of its own, as a server does that is no proxy.
      opening.once("response", (answer) => {
        answer.destroy();
        reject(this.#refusal(answer.statusCode));
      });
      opening.once("error", (cause) => reject(cause === late ? cause : this.#broken(cause)));
      opening.end();
    });
  }

  close(): void {
    for (const opening of this.#opening) opening.destroy();
  }

  #request(): ClientRequest {
    const { protocol, hostname, port, username, password } = this.#proxy;
    const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const basic = `Basic ${Buffer.from(user).toString("base64")}`;
    return (protocol === "https:" ? requestTls : request)({
      method: "CONNECT",
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port: port || (protocol === "https:" ? 443 : 80),
      path: this.#target,
      headers: { host: this.#target, ...(username && { "proxy-authorization": basic }) },
      agent: false,
    });
  }

  /** The proxy as it may be shown: without its user and password. */
  get #via(): string {
    return `${this.#host}: the proxy ${this.#proxy.protocol}//${this.#proxy.host}`;
  }

  #refusal(status: number | undefined): ConnectionError {
    const message = `${this.#via} answered ${status}; ${ADVICE[status ?? 0] ?? "it does not lead there"}`;
    return new ConnectionError(message, this.#host);
  }

  #broken(cause: NodeJS.ErrnoException): ConnectionError {
    const message = `${this.#via} cannot be reached (${cause.code ?? cause.message})`;
    return new ConnectionError(message, this.#host, { cause });
  }
}

const ADVICE: Record<number, string> = {
  403: "it does not allow this",
  405: "is it a proxy that makes tunnels?",
  407: "it wants other credentials; give them in its URL",
  502: "it cannot reach the engine",
  503: "it cannot reach the engine",
  504: "it cannot reach the engine in time",
};
