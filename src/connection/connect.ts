import type { Socket } from "node:net";
import type { buildConnector } from "undici";
import type { FailureContext } from "./failure.js";
import { type ConnectionOptions, connectLimit } from "./options.js";
import type { ResolvedHost } from "./resolve.js";
import type { createSecureConnector, SecureConnector } from "./secure.js";
import type { TlsMaterial } from "./tls.js";

/** Makes the connections of undici's pool. */
export interface Connector {
  readonly connect: buildConnector.connector;
  /** Says what TLS failed of, where there is TLS. */
  readonly tlsFailure?: FailureContext["tlsFailure"];
  /** Milliseconds to keep a connection that nobody uses; undefined for as long as undici does. */
  readonly keepAliveTimeout?: number;
  /** Ends what the pool does not know of yet, and waits for what is left of what it knew. */
  close(): void | Promise<void>;
}

/** What an engine's connections are made of. */
export interface Way {
  options: ConnectionOptions;
  resolved: ResolvedHost;
  tls: TlsMaterial | undefined;
  /** `http://host:port`, or https. */
  origin: string;
}

/** Chooses how connections are made: by ssh, through a proxy, or directly. */
export async function createConnector(way: Way): Promise<Connector> {
  const { options, resolved } = way;
  const { host } = resolved;
  const proxy = options.proxy
    ? (await import("./proxy.js")).proxyTo(options, host, way.origin)
    : undefined;
  if (host.kind === "ssh") {
    const { SshConnector } = await import("./ssh.js");
    return new SshConnector(host, options);
  }
  const direct = await createDirect(way);
  if (!proxy) return direct;
  const { throughProxy } = await import("./tunnel.js");
  return throughProxy(proxy, way, direct);
}

async function createDirect({ options, resolved: { host }, tls }: Way): Promise<Connector> {
  const timeout = connectLimit(options);
  const secure = tls && (await secureConnector(tls, timeout, options.env));
  const { buildConnector } = await import("undici");
  const connect: buildConnector.connector = secure
    ? (...call) => secure.connect(...call)
    : buildConnector({
        timeout,
        ...(host.kind === "socket" && { socketPath: host.socketPath }),
      });
  const connecting = new Set<Socket>();
  return {
    connect(target, callback) {
      // It returns the socket, which its type does not say.
      const socket = connect(target, (...result) => {
        connecting.delete(socket);
        callback(...result);
      }) as unknown as Socket;
      connecting.add(socket);
    },
    tlsFailure: secure && ((...failed) => secure.failure(...failed)),
    close() {
      // undici lets go of a socket that has no connection yet, and the process would wait for it.
      for (const socket of connecting) socket.destroy();
    },
  };
}

/** Most engines are behind a socket, and need no TLS to be loaded. */
async function secureConnector(
  ...call: Parameters<typeof createSecureConnector>
): Promise<SecureConnector> {
  const secure = await import("./secure.js");
  return secure.createSecureConnector(...call);
}
