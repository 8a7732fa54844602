import type { Dispatcher } from "undici";

/** PEM text (or a Buffer of it). Files are read with `certPath`. */
export type Pem = string | Uint8Array;

/** What a mutual TLS connection is made of. */
export interface TlsOptions {
  /**
   * The certificate authorities that the engine's certificate is checked against. Without it the
   * public CAs that Node knows are used.
   */
  ca?: Pem | Pem[];
  /** The client's certificate chain. Needs `key`. */
  cert?: Pem;
  /** The private key of `cert`. */
  key?: Pem;
  /** Opens an encrypted `key`. */
  passphrase?: string;
  /** The name that the engine's certificate must carry, when it is not the host's name. */
  servername?: string;
  /**
   * Accepts any certificate. Whoever sits between you and the engine can then read and change
   * everything, so this is never the default.
   */
  insecureSkipVerify?: boolean;
}

/** Time limits in milliseconds. `0` means none. */
export interface Timeouts {
  /** To reach the engine: name lookup, connection and TLS handshake. Default 10 000. */
  connect?: number;
  /**
   * From sending a call until its answer has come in whole; for a stream, until it begins. Default
   * none: a `stop`, a `wait` or a `prune` may rightly take minutes.
   */
  response?: number;
}

/** Where the engine is and how to reach it. Whatever is given here beats the environment. */
export interface ConnectionOptions {
  /**
   * `unix:///path`, `npipe:////./pipe/name`, `tcp://host:port`, `http://…` or `https://…`.
   * Default: `DOCKER_HOST`, else this platform's socket.
   *
   * @example "unix:///var/run/docker.sock"
   * @example "tcp://10.0.0.5:2376"
   */
  host?: string;
  /** Certificates for mutual TLS. Giving it turns TLS on for `tcp://`. */
  tls?: TlsOptions;
  /** A directory with `ca.pem`, `cert.pem` and `key.pem`. Giving it turns TLS on for `tcp://`. */
  certPath?: string;
  /** Speak this API version, `"1.44"`. Default: `DOCKER_API_VERSION`, else negotiated. */
  apiVersion?: string;
  /** Headers for every request. */
  headers?: Record<string, string>;
  /** Time limits of every call. */
  timeout?: Timeouts;
  /**
   * Anything undici can dispatch on: a mock daemon, an Agent with settings of your own. `tls` and
   * `certPath` do not apply to it, and it stays yours to close; `host`, when given, names the
   * origin of the requests.
   */
  dispatcher?: Dispatcher;
  /** The environment to read. Default `process.env`. */
  env?: Record<string, string | undefined>;
}
