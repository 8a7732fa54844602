import {
  ConfigError,
  ConnectionError,
  DockerError,
  ProtocolError,
  TimeoutError,
  type TlsError,
} from "../errors.js";

/** What a failure's message needs to know of the engine that was called. */
export interface FailureContext {
  readonly host: string;
  readonly tls: boolean;
  readonly answered: boolean;
  /** Says what TLS failed of; undefined for an error that is not one of TLS. */
  readonly tlsFailure?:
    | ((error: Error, engine: FailureContext) => TlsError | undefined)
    | undefined;
}

/**
 * Says in words what went wrong with a connection, and what to do. Node's and undici's errors are
 * told apart by their codes alone, and kept as `cause`.
 */
export function connectionFailure(error: unknown, engine: FailureContext): unknown {
  if (error instanceof DockerError || !(error instanceof Error)) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const { host } = engine;
  const options = { cause: error };
  if (/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/.test(code)) {
    const message = `${host}: no connection in time; is the address right? (timeout.connect)`;
    return new TimeoutError(message, options);
  }
  if (code === "UND_ERR_INVALID_ARG") return new ConfigError("call", error.message, options);
  if (error.name === "HTTPParserError") {
    const hint = host.startsWith("ssh:")
      ? "; does a script of the shell there print something?"
      : engine.tls
        ? ""
        : "; does it want TLS?";
    // The error itself holds what came, which may be our own request sent back, with its secrets.
    const cause = new Error(error.message);
    return new ProtocolError(`${host}: what answers does not speak HTTP${hint}`, { cause });
  }
  const tls = engine.tlsFailure?.(error, engine);
  if (tls) return tls;
  if (CLOSED.test(code)) return closedFailure(engine, options);
  return new ConnectionError(`${host}: ${ADVICE[code] ?? error.message}`, host, options);
}

/** Whether an error means no more than that the connection is gone. */
export function isLost(error: unknown): boolean {
  return CLOSED.test((error as NodeJS.ErrnoException | undefined)?.code ?? "");
}

const CLOSED = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/;

function closedFailure(engine: FailureContext, options: ErrorOptions): ConnectionError {
  const { host, answered } = engine;
  const hint = answered || !/^(tcp|http):/.test(host) ? "" : "; does it want TLS?";
  const message = "the connection was closed before the answer was complete";
  return new ConnectionError(`${host}: ${message}${hint}`, host, options);
}

const ADVICE: Record<string, string> = {
  ENOENT: "there is no such socket; is the engine running, or is it elsewhere (DOCKER_HOST)?",
  ENOTSOCK: "that is no socket",
  EACCES: "this user may not open the socket; run as root or as a member of the socket's group",
  EPERM: "this user may not open the socket; run as root or as a member of the socket's group",
  ECONNREFUSED: "nothing listens there; is the engine running, and is the address right?",
  ENOTFOUND: "the name is not known; is it right?",
  EAI_AGAIN: "the name cannot be looked up now; does name resolution work here?",
  EHOSTUNREACH: "there is no way to this host from here",
  ENETUNREACH: "there is no way to this network from here",
  UND_ERR_DESTROYED: "is closed",
  UND_ERR_CLOSED: "is closed",
};
