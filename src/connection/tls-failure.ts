import type { PeerCertificate } from "node:tls";
import { TlsError } from "../errors.js";
import { certificateFault, expired } from "./client-certificate.js";
import type { FailureContext } from "./failure.js";
import type { TlsMaterial } from "./tls.js";

/** How far a handshake came that failed. */
export interface Handshake {
  /** The other side showed its certificate. */
  readonly certificate: boolean;
}

/** What is known of a connection of our own beside its error. */
export interface TlsFacts extends Pick<TlsMaterial, "ca" | "caSource" | "cert"> {
  /** Undefined where the handshake was done, or nobody has seen it. */
  readonly handshake?: Handshake | undefined;
}

const CLOSED = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/;

/**
 * Says what TLS failed of, and what to do. Node's and OpenSSL's errors are told apart by their codes,
 * which differ between versions in their first part only.
 *
 * @returns undefined for an error that is not one of TLS
 */
export function tlsFailure(
  error: Error,
  engine: FailureContext,
  facts?: TlsFacts,
): TlsError | undefined {
  const { code = "", reason } = error as NodeJS.ErrnoException & { reason?: string };
  const text = CLOSED.test(code) ? closed(engine, facts) : advice(error, code, facts);
  if (!text) return undefined;
  // The reason of a wrong name repeats what is said of it; of what was closed there is none.
  const detail = CLOSED.test(code) || /ALTNAME/.test(code) ? "" : ` (${reason ?? code})`;
  return new TlsError(`${engine.host}: ${text}${detail}`, engine.host, { cause: error });
}

function advice(error: Error, code: string, facts: TlsFacts | undefined): string | undefined {
  const alert = /ALERT_(\w+)$/.exec(code)?.[1];
  if (alert) return alertAdvice(alert, facts);
  if (/ALTNAME_INVALID/.test(code)) return wrongName(error);
  if (/^CERT_HAS_EXPIRED/.test(code)) {
    const ca = facts?.ca?.find(expired);
    return ca === undefined
      ? "the engine's certificate has expired, or one of those that it is signed by"
      : `a CA of ${facts?.caSource} has expired, or the engine's certificate has`;
  }
  return ADVICE.find(([codes]) => codes.test(code))?.[1](facts);
}

/** What Node and OpenSSL find out on this side. */
const ADVICE: [RegExp, (facts: TlsFacts | undefined) => string][] = [
  [
    /^CERT_NOT_YET_VALID/,
    () => "the engine's certificate, or its CA's, is not valid yet; are both clocks right?",
  ],
  [
    /^DEPTH_ZERO_SELF_SIGNED/,
    () => "the engine's certificate is signed by itself; give its CA: that certificate (tls.ca)",
  ],
  [
    /^SELF_SIGNED_CERT_IN_CHAIN/,
    (facts) => `the engine's certificate is signed by ${untrusted(facts)}; give its CA (tls.ca)`,
  ],
  [
    /^UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)/,
    (facts) =>
      `the engine's certificate is signed by ${untrusted(facts)}, or the engine does not send the certificates in between; give its CA (tls.ca)`,
  ],
  [
    /^INVALID_PURPOSE/,
    () => "the engine's certificate is not one for servers; its extendedKeyUsage lacks serverAuth",
  ],
  [
    /^(UNABLE_TO_|CERT_|INVALID_CA|PATH_LENGTH|HOSTNAME_MISMATCH|ERROR_IN_CERT|CRL_|UNSPECIFIED)/,
    () => "the engine's certificate, or one that it is signed by, cannot be accepted",
  ],
  [
    /^EPROTO|WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST|UNKNOWN_PROTOCOL|RECORD_LAYER_FAILURE/,
    () =>
      "what answers does not speak TLS; is this the plain port (2375), for http:// or tcp:// without tls?",
  ],
  [/UNSUPPORTED_PROTOCOL|WRONG_SSL_VERSION/, () => OLD],
  [/^ERR_(SSL|TLS)_/, () => "TLS failed"],
];

const OLD = "the engine speaks no version of TLS that is spoken here, 1.2 and 1.3";

function untrusted(facts: TlsFacts | undefined): string {
  const { ca, caSource } = facts ?? {};
  return ca ? `another CA than those of ${caSource}` : "a CA that is not trusted here";
}

/** What the engine says of our side before it closes the connection. */
function alertAdvice(alert: string, facts: TlsFacts | undefined): string {
  const { handshake } = facts ?? {};
  switch (alert) {
    case "PROTOCOL_VERSION":
      return OLD;
    case "INSUFFICIENT_SECURITY":
      return NO_CIPHER;
    case "HANDSHAKE_FAILURE":
      // A cipher is chosen before the engine shows its certificate, and ours is wanted after that.
      return handshake && !handshake.certificate ? NO_CIPHER : refused(facts);
    case "UNRECOGNIZED_NAME":
      return "the engine does not know itself by this name; tls.servername can give another";
    case "CERTIFICATE_REQUIRED":
      return asks("the engine asks");
    case "CERTIFICATE_EXPIRED":
    case "UNKNOWN_CA":
    case "BAD_CERTIFICATE":
    case "UNSUPPORTED_CERTIFICATE":
    case "CERTIFICATE_REVOKED":
    case "CERTIFICATE_UNKNOWN":
    case "ACCESS_DENIED":
    case "DECRYPT_ERROR":
      return refused(facts);
    default:
      return "the engine broke off the TLS handshake";
  }
}

const NO_CIPHER =
  "the engine and this client have no cipher in common; which ones does the engine allow?";

function asks(who: string): string {
  return `${who} for a client certificate; give tls.cert and tls.key, or certPath`;
}

/** The engine wants another client certificate than it got, if any. */
function refused(facts: TlsFacts | undefined): string {
  // What a dispatcher of the caller's own has shown is not known.
  if (!facts) return "the engine does not trust the client certificate, or got none";
  const { cert, ca } = facts;
  if (cert === undefined) return asks("the engine asks");
  const fault = certificateFault(cert, ca) ?? "is it signed by the CA that the engine trusts?";
  return `the engine does not trust the client certificate; ${fault}`;
}

/** A refusal may come as no more than a closed connection, under TLS 1.3 after the handshake only. */
function closed(engine: FailureContext, facts: TlsFacts | undefined): string | undefined {
  if (!facts || (engine.answered && !facts.handshake)) return undefined;
  const { handshake, cert, ca } = facts;
  if (handshake && !handshake.certificate) {
    return "closed the connection before it said who it is; is this a port for TLS (2376)?";
  }
  const without = "closed the connection without an answer";
  if (cert === undefined) return `${without}; ${asks("it probably asks")}`;
  const fault = certificateFault(cert, ca) ?? "is it signed by the CA that the engine trusts?";
  return `${without}; it probably does not trust the client certificate; ${fault}`;
}

/** What else the certificate is for was signed by a CA that is trusted, but is not ours to believe. */
function wrongName(error: Error): string {
  const { cert, host } = error as { cert?: Partial<PeerCertificate>; host?: string };
  const names = (cert?.subjectaltname ?? "").replace(/(DNS|IP Address|URI):/g, "");
  const shown = names.length > MAX_NAMES ? `${names.slice(0, MAX_NAMES)}…` : names;
  const other = shown
    ? `the engine's certificate is for another name than ${host}: ${shown}; use one of those as the host, or as tls.servername`
    : `the engine's certificate is for no name at all (it has no subjectAltName), and not for ${host}; make one for the name that is used`;
  // No control characters of a stranger's in a message for a terminal.
  return other.replace(/[^\x20-\x7e…]/g, "?");
}

const MAX_NAMES = 300;
