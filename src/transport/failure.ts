import { ConnectionError, DockerError, ProtocolError, TimeoutError, TlsError } from "../errors.js";

/** What a failure's message needs to know of the engine that was called. */
export interface FailureContext {
  host: string;
  tls: boolean;
  clientCertificate: boolean;
  answered: boolean;
}

/**
 * Says in words what went wrong with a connection, and what to do. Node's and undici's errors are
 * told apart by their codes alone, and kept as `cause`.
 */
export function connectionFailure(error: unknown, engine: FailureContext): unknown {
  if (error instanceof DockerError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const { host } = engine;
  const options = { cause: error };
  const tls = tlsFailure(code, error);
  if (tls) return new TlsError(`${host}: ${tls}`, host, options);
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") {
    return new TimeoutError(
      `${host}: no connection in time; is the address right? (timeout.connect)`,
      options,
    );
  }
  if (error.name === "HTTPParserError") {
    const hint = engine.tls ? "" : "; does it want TLS?";
    return new ProtocolError(`${host}: what answers is not HTTP, or is cut off${hint}`, options);
  }
  if (closedBy.has(code)) return closedFailure(engine, options);
  return new ConnectionError(`${host}: ${advice[code] ?? error.message}`, host, options);
}

/** Under TLS 1.3 a client learns that it was refused only after the handshake, by a closed connection. */
function closedFailure(engine: FailureContext, options: ErrorOptions): ConnectionError {
  const { host, tls, clientCertificate, answered } = engine;
  if (tls && !answered) {
    const reason = clientCertificate
      ? "probably does not trust the client certificate; is it valid, and signed by the engine's CA?"
      : "probably asks for a client certificate; give tls.cert and tls.key, or certPath";
    return new TlsError(
      `${host}: closed the connection without an answer; it ${reason}`,
      host,
      options,
    );
  }
  const hint = answered || !/^(tcp|http):/.test(host) ? "" : "; does it want TLS?";
  const message = "the connection was closed before the answer was complete";
  return new ConnectionError(`${host}: ${message}${hint}`, host, options);
}

const closedBy = new Set([
  "ECONNRESET",
  "EPIPE",
  "UND_ERR_SOCKET",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
]);

const advice: Record<string, string> = {
  ENOENT: "there is no such socket; is the engine running, or is it elsewhere (DOCKER_HOST)?",
  ENOTSOCK: "is no socket",
  EACCES: "this user may not open the socket; run as root or as a member of the socket's group",
  EPERM: "this user may not open the socket; run as root or as a member of the socket's group",
  ECONNREFUSED: "nothing listens there; is the engine running, and is the address right?",
  ENOTFOUND: "the name is not known; is it right?",
  EAI_AGAIN: "the name cannot be looked up now; does name resolution work here?",
  EHOSTUNREACH: "there is no way to this host from here",
  ENETUNREACH: "there is no way to this network from here",
  UND_ERR_DESTROYED: "the given dispatcher is closed",
  UND_ERR_CLOSED: "the given dispatcher is closed",
};

/** The reason when two sides do not agree on TLS; undefined when it is something else. */
function tlsFailure(code: string, error: Error): string | undefined {
  switch (code) {
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "CERT_SIGNATURE_FAILURE":
      return "the engine's certificate is not signed by a CA that is trusted here; give its CA (tls.ca)";
    case "CERT_HAS_EXPIRED":
      return "the engine's certificate has expired";
    case "CERT_NOT_YET_VALID":
      return "the engine's certificate is not valid yet; are both clocks right?";
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return `the engine's certificate is for another name (${(error as Error & { reason?: string }).reason ?? error.message}); use that name or tls.servername`;
    case "EPROTO":
    case "ERR_SSL_WRONG_VERSION_NUMBER":
    case "ERR_SSL_PACKET_LENGTH_TOO_LONG":
    case "ERR_SSL_HTTP_REQUEST":
      return "what answers does not speak TLS; is this the plain port (2375), for http:// or tcp:// without tls?";
    case "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED":
    case "ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED":
    case "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE":
      return "the engine asks for a client certificate; give tls.cert and tls.key";
    case "ERR_SSL_TLSV1_ALERT_UNKNOWN_CA":
    case "ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE":
    case "ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN":
    case "ERR_SSL_TLSV1_ALERT_DECRYPT_ERROR":
      return "the engine does not trust the client certificate; is it signed by the engine's CA?";
    case "ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED":
      return "the client certificate has expired";
    default:
      return code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_") ? error.message : undefined;
  }
}
