import {
  ConfigError,
  ConnectionError,
  DockerError,
  ProtocolError,
  TimeoutError,
  TlsError,
} from "../errors.js";

/** What a failure's message needs to know of the engine that was called. */
export interface FailureContext {
  readonly host: string;
  readonly tls: boolean;
  readonly clientCertificate: boolean;
  readonly answered: boolean;
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
  const tls = TLS.find(([codes]) => codes.test(code));
  if (tls) return new TlsError(`${host}: ${tls[1]} (${error.message.trim()})`, host, options);
  if (CLOSED.test(code)) return closedFailure(engine, options);
  return new ConnectionError(`${host}: ${ADVICE[code] ?? error.message}`, host, options);
}

/** Whether an error means no more than that the connection is gone. */
export function isLost(error: unknown): boolean {
  return CLOSED.test((error as NodeJS.ErrnoException | undefined)?.code ?? "");
}

const CLOSED = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/;

/** Under TLS 1.3 a client learns that it was refused only after the handshake, by a closed connection. */
function closedFailure(engine: FailureContext, options: ErrorOptions): ConnectionError {
  const { host, tls, clientCertificate, answered } = engine;
  if (tls && !answered) {
    const reason = clientCertificate
      ? "does not trust the client certificate; is it valid, and signed by the engine's CA?"
      : "asks for a client certificate; give tls.cert and tls.key, or certPath";
    const message = `${host}: closed the connection without an answer; it probably ${reason}`;
    return new TlsError(message, host, options);
  }
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

/** What OpenSSL's and Node's codes mean for a user of an engine. */
const TLS: [RegExp, string][] = [
  [
    /SELF_SIGNED|^UNABLE_TO_|CERT_SIGNATURE_FAILURE/,
    "the engine's certificate is not signed by a CA that is trusted here; give its CA (tls.ca)",
  ],
  [/^CERT_HAS_EXPIRED/, "the engine's certificate has expired"],
  [/^CERT_NOT_YET_VALID/, "the engine's certificate is not valid yet; are both clocks right?"],
  [/ALTNAME_INVALID/, "the engine's certificate is for another name; use that, or tls.servername"],
  [
    /^EPROTO|WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|SSL_HTTP_REQUEST/,
    "what answers does not speak TLS; is this the plain port (2375), for http:// or tcp:// without tls?",
  ],
  [
    /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE/,
    "the engine asks for a client certificate; give tls.cert and tls.key",
  ],
  [
    /UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|DECRYPT_ERROR/,
    "the engine does not trust the client certificate; is it signed by the engine's CA?",
  ],
  [/ALERT_CERTIFICATE_EXPIRED/, "the client certificate has expired"],
  [/^ERR_(SSL|TLS)_/, "TLS failed"],
];
