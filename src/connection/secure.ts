import { X509Certificate } from "node:crypto";
import { isIP, isIPv6 } from "node:net";
import {
  checkServerIdentity,
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
  type SecureContextOptions,
  type TLSSocket,
} from "node:tls";
import type { buildConnector } from "undici";
import type { Env } from "../docker-config.js";
import { ConfigError, type TlsError } from "../errors.js";
import { publicAuthorities } from "./authorities.js";
import type { FailureContext } from "./failure.js";
import type { TlsMaterial } from "./tls.js";
import { type Handshake, tlsFailure } from "./tls-failure.js";

/** A session that a handshake left behind, and until when its certificates are valid. */
interface Session {
  ticket: Buffer;
  until: number;
}

const NO_PORT = -1;

/** Makes the TLS connections to one engine. */
export class SecureConnector {
  readonly #tls: Omit<TlsMaterial, "key" | "passphrase">;
  readonly #context: SecureContext;
  readonly #build: typeof buildConnector;
  readonly #timeout: number;
  readonly #handshakes: WeakMap<Error, Handshake> = new WeakMap();
  // What the engine said when it refused what had looked like a connection, by the port here. undici
  // tells of the closed connection that follows.
  readonly #alerts: Map<number, Error> = new Map();
  // undici holds the session weakly: it is gone with the next garbage collection.
  #session: Session | undefined;

  constructor(
    tls: TlsMaterial,
    context: SecureContext,
    build: typeof buildConnector,
    timeout: number,
  ) {
    const { key: _key, passphrase: _passphrase, ...shown } = tls;
    this.#tls = shown;
    this.#context = context;
    this.#build = build;
    this.#timeout = timeout;
  }

  /** For undici's pool. It returns the socket, which its type does not say. */
  connect(target: buildConnector.Options, callback: buildConnector.Callback): TLSSocket {
    const { servername, insecureSkipVerify } = this.#tls;
    const connect = this.#build({
      timeout: this.#timeout,
      maxCachedSessions: 0,
      session: this.#validTicket(),
      secureContext: this.#context,
      rejectUnauthorized: !insecureSkipVerify,
      // The name is that of the engine, whatever a Host header says.
      checkServerIdentity: (_name, cert) => checkIdentity(servername ?? target.hostname, cert),
    });
    // An address is no server name for TLS; it is checked all the same.
    const asked = { ...target, servername: servername && !isIP(servername) ? servername : "" };
    let certificate = false;
    const look = (): void => {
      certificate ||= socket.getPeerX509Certificate() !== undefined;
    };
    const socket = connect(asked, (...result) => {
      const [error] = result;
      if (error) {
        look();
        this.#session = undefined;
        this.#handshakes.set(error, { certificate });
      } else this.#listen(socket);
      callback(...result);
    }) as unknown as TLSSocket;
    // Before Node's own listener: that one destroys a socket whose handshake is not done.
    return socket.prependListener("end", look);
  }

  /** Says what TLS failed of; undefined where it was not TLS. */
  failure(error: Error, engine: FailureContext): TlsError | undefined {
    const port = (error as { socket?: { localPort?: number } }).socket?.localPort ?? NO_PORT;
    const alert = this.#alerts.get(port);
    this.#alerts.delete(port);
    const handshake = this.#handshakes.get(error);
    return tlsFailure(alert ?? error, engine, { ...this.#tls, handshake });
  }

  #listen(socket: TLSSocket): void {
    // Through a tunnel within TLS there is none to be known.
    const { localPort: port = NO_PORT } = socket;
    socket.on("session", (ticket) => this.#keep(ticket, socket));
    socket.once("error", (error: NodeJS.ErrnoException) => {
      if (/_ALERT_/.test(error.code ?? "") && port !== NO_PORT) this.#alerts.set(port, error);
    });
  }

  /** What would fail a full handshake by now is not to pass in a shorter one. */
  #validTicket(): Buffer | undefined {
    if (this.#session && this.#session.until <= Date.now()) this.#session = undefined;
    return this.#session?.ticket;
  }

  #keep(ticket: Buffer, socket: TLSSocket): void {
    // A resumed session verifies nothing: what the first one's certificates said goes on.
    const until = socket.isSessionReused() ? this.#session?.until : validUntil(socket);
    if (until !== undefined) this.#session = { ticket, until };
  }
}

/**
 * Makes ready what all connections to an engine share: its certificates are read, and its key is
 * decrypted, once.
 *
 * @param timeout - for each connection with its handshake, in milliseconds; 0 for none
 * @throws {ConfigError} when OpenSSL does not take the certificates
 */
export async function createSecureConnector(
  tls: TlsMaterial,
  timeout: number,
  env?: Env,
): Promise<SecureConnector> {
  const { cert, key, passphrase, insecureSkipVerify } = tls;
  const ca = tls.ca ?? (insecureSkipVerify ? undefined : await publicAuthorities(env));
  const { buildConnector } = await import("undici");
  const options: SecureContextOptions = {
    ...(ca && { ca }),
    ...{ cert, key, passphrase },
    minVersion: "TLSv1.2",
    // Whoever names an intermediate CA trusts it, as the docker CLI does, whatever is above it.
    ...(tls.ca && { allowPartialTrustChain: true }),
  };
  try {
    return new SecureConnector(tls, createSecureContext(options), buildConnector, timeout);
  } catch (error) {
    // Not as a cause: it may hold what it complains about.
    const { reason = "unknown reason" } = error as { reason?: string };
    throw new ConfigError("tls", `OpenSSL does not take the certificates (${reason})`);
  }
}

/** Whether the certificate is for this name or address; undefined for yes. */
function checkIdentity(name: string, certificate: PeerCertificate): Error | undefined {
  // Node 22.23 takes an IPv6 address for a name, which is in no certificate.
  if (isIPv6(name) && new X509Certificate(certificate.raw).checkIP(name)) return undefined;
  return checkServerIdentity(name, certificate);
}

/** When the first of the engine's certificates expires. */
function validUntil(socket: TLSSocket): number | undefined {
  let until: number | undefined;
  let certificate = socket.getPeerX509Certificate();
  for (let depth = 0; certificate && depth < 10; depth += 1) {
    until = Math.min(until ?? Number.POSITIVE_INFINITY, Date.parse(certificate.validTo));
    certificate = certificate.issuerCertificate;
  }
  return until;
}
