import type { Dispatcher } from "undici";

/** A file of PEM text. */
export interface PemFile {
  /** Where it is, from the working directory on: `/etc/docker/ca.pem`. Read with the first call. */
  path: string;
}

/** PEM text, a Buffer of it, or the file that holds it. */
export type Pem = string | Uint8Array | PemFile;

/** What a mutual TLS connection is made of. */
export interface TlsOptions {
  /**
   * The certificate authorities that the engine's certificate is checked against, and no others:
   * one, a bundle, or several of both. Without it the public CAs are used: those that Node brings
   * and those of this system.
   *
   * @example { path: "/etc/docker/ca.pem" }
   */
  ca?: Pem | readonly Pem[] | undefined;
  /** The client's certificate, and after it those between it and its CA. Needs `key`. */
  cert?: Pem | undefined;
  /** The private key of `cert`: PKCS#8, or the older forms for RSA and EC. */
  key?: Pem | undefined;
  /** Opens an encrypted `key`, that of `certPath` too. */
  passphrase?: string | undefined;
  /** The name or address that the engine's certificate must be for, when it is not the host's. */
  servername?: string | undefined;
  /**
   * Accepts any certificate. Whoever sits between you and the engine can then read and change
   * everything, so this is never the default.
   */
  insecureSkipVerify?: boolean | undefined;
}

/**
 * The limit of {@link Timeouts.connect}, also where none is given.
 *
 * @param kind - of the host; a login by ssh takes longer than a connection
 */
export function connectLimit(
  { timeout }: ConnectionOptions,
  kind?: "socket" | "tcp" | "ssh",
): number {
  return timeout?.connect ?? (kind === "ssh" ? 30_000 : 10_000);
}

/** Time limits in milliseconds. `0` means none. */
export interface Timeouts {
  /**
   * To reach the engine: name lookup, connection and TLS handshake; and its answer to the ping that
   * comes before the first call. Default 10 000; over ssh 30 000.
   */
  connect?: number | undefined;
  /**
   * From sending a call until its answer has come in whole; of output, a wait, a pull, a push or a
   * build, until it begins. Default none: a `stop` or a `prune` may rightly take minutes.
   */
  response?: number | undefined;
  /**
   * How long output, events, stats or progress may be silent while they are waited for. Default
   * none: a quiet container is nothing wrong.
   */
  idle?: number | undefined;
}

/** Where the engine is and how to reach it. Whatever is given here beats the environment. */
export interface ConnectionOptions {
  /**
   * `unix:///path`, `npipe:////./pipe/name`, `tcp://host:port`, `http://…`, `https://…` or
   * `ssh://user@host:port/path`. Default: `DOCKER_HOST`, else the context, else this platform's
   * socket.
   *
   * @example "unix:///var/run/docker.sock"
   * @example "tcp://10.0.0.5:2376"
   * @example "ssh://admin@10.0.0.5"
   */
  host?: string | undefined;
  /**
   * A context of the docker CLI (`docker context ls`): its engine with its certificates. It cannot
   * be given beside `host`. `"default"` is the engine without one. Default: `DOCKER_CONTEXT`, else
   * the one that `docker context use` has chosen.
   */
  context?: string | undefined;
  /** Certificates for mutual TLS. Giving it turns TLS on for `tcp://`. */
  tls?: TlsOptions | undefined;
  /** A directory with `ca.pem`, `cert.pem` and `key.pem`. Giving it turns TLS on for `tcp://`. */
  certPath?: string | undefined;
  /** Speak this API version, `"1.44"`. Default: `DOCKER_API_VERSION`, else negotiated. */
  apiVersion?: string | undefined;
  /** Headers for every request, before those of `HttpHeaders` in the docker config. */
  headers?: Record<string, string> | undefined;
  /**
   * An HTTP proxy on the way to a tcp engine, `new URL("http://proxy:3128")`, with a user and a
   * password in it where the proxy wants them; `true` for those that `HTTPS_PROXY`, `HTTP_PROXY` and
   * `NO_PROXY` name. Default `false`: none.
   */
  proxy?: boolean | string | URL | undefined;
  /** Time limits of every call. */
  timeout?: Timeouts | undefined;
  /**
   * Anything undici can dispatch on: a mock daemon, an Agent with settings of your own. `context`,
   * `tls`, `certPath`, `proxy` and the docker config do not apply to it, and it stays yours to close;
   * `host`, when given, names the origin of the requests.
   */
  dispatcher?: Dispatcher | undefined;
  /** The environment to read. Default `process.env`. */
  env?: Record<string, string | undefined> | undefined;
}
