import { ConfigError } from "../errors.js";

/** A local engine: a unix socket or a Windows named pipe. */
export interface SocketHost {
  kind: "socket";
  socketPath: string;
  /** The host as it would be written in `DOCKER_HOST`. */
  href: string;
}

/** A remote engine. */
export interface TcpHost {
  kind: "tcp";
  /** Without brackets for IPv6. */
  hostname: string;
  /** Undefined: 2376 with TLS, 2375 without. */
  port: number | undefined;
  /** What stands before `/v1.44` in every path: "" or "/base". */
  basePath: string;
  /** True for https://, false for http://, undefined for tcp://, where the TLS settings decide. */
  secure: boolean | undefined;
  href: string;
}

/** A remote engine, behind the docker CLI of a machine that ssh logs in to. */
export interface SshHost {
  kind: "ssh";
  /** Undefined: whom the ssh settings name. */
  user: string | undefined;
  /** Without brackets for IPv6; it may be an alias of the ssh settings. */
  hostname: string;
  port: number | undefined;
  /** The engine's socket over there; undefined for that which docker uses there. */
  socketPath: string | undefined;
  href: string;
}

export type EngineHost = SocketHost | TcpHost | SshHost;

const DEFAULT_SOCKET = "/var/run/docker.sock";
const DEFAULT_PIPE = "//./pipe/docker_engine";
const FORMS =
  "unix:///var/run/docker.sock, npipe:////./pipe/docker_engine, tcp://host:2376, http://host:2375, https://host:2376 or ssh://user@host";

/** The local engine of this platform, where nothing else is said. */
export function defaultHost(platform: NodeJS.Platform = process.platform): string {
  return platform === "win32" ? `npipe://${DEFAULT_PIPE}` : `unix://${DEFAULT_SOCKET}`;
}

/**
 * Reads a host as it stands in `DOCKER_HOST`.
 *
 * @param text - the host
 * @param source - who said so, for the error: "host" or "DOCKER_HOST"
 * @throws {ConfigError} when it is no host
 */
export function parseHost(text: string, source: string): EngineHost {
  if (typeof text !== "string") throw new ConfigError(source, `is no text; use ${FORMS}`);
  const host = text.trim();
  if (!host) throw new ConfigError(source, `is empty; use ${FORMS}`);
  if (/^[/\\]/.test(host)) throw new ConfigError(source, `a path needs its scheme: unix://${host}`);
  if (/^[a-z]+:\/(?!\/)/i.test(host))
    throw new ConfigError(source, `a scheme ends in ://; use ${FORMS}`);
  const [, scheme = "tcp", rest = host] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(host) ?? [];
  switch (scheme.toLowerCase()) {
    case "unix":
      return parseSocket(rest || DEFAULT_SOCKET, source);
    case "npipe":
      return parsePipe(rest || DEFAULT_PIPE, source);
    case "tcp":
      return parseTcp(/^(:|$)/.test(rest) ? `localhost${rest}` : rest, "tcp", source);
    case "http":
    case "https":
      return parseTcp(rest, scheme.toLowerCase() as "http" | "https", source);
    case "ssh":
      return parseSsh(rest, source);
    default:
      throw new ConfigError(source, `${scheme}:// is no way to an engine; use ${FORMS}`);
  }
}

function parseSocket(path: string, source: string): SocketHost {
  if (path.includes("\0"))
    throw new ConfigError(source, "has a NUL in it, where its path would end");
  if (!path.startsWith("/")) {
    throw new ConfigError(source, `unix:// needs an absolute path: unix:///${path}`);
  }
  return { kind: "socket", socketPath: path, href: `unix://${path}` };
}

function parsePipe(path: string, source: string): SocketHost {
  const pipe = path.replaceAll("/", "\\");
  if (!/^\\\\[^\\]+\\pipe\\[^\\]/i.test(pipe)) {
    throw new ConfigError(source, `npipe:// needs a pipe's path: npipe://${DEFAULT_PIPE}`);
  }
  return { kind: "socket", socketPath: pipe, href: `npipe://${path.replaceAll("\\", "/")}` };
}

function parseTcp(rest: string, scheme: "tcp" | "http" | "https", source: string): TcpHost {
  if (/^[/.]/.test(rest)) throw new ConfigError(source, `has no host; use ${FORMS}`);
  let url: URL;
  try {
    // The http parser is stricter than that of unknown schemes, and drops port 80 only.
    url = new URL(`http://${rest}`);
  } catch {
    throw new ConfigError(source, `is not a host and port; use ${FORMS}`);
  }
  // The value itself stays out of the message: it holds a password.
  if (url.username || url.password) {
    throw new ConfigError(
      source,
      "must not hold a user or password; engines know client certificates only (tls, certPath)",
    );
  }
  if (url.search || url.hash) {
    throw new ConfigError(source, `must not have a query or fragment; use ${FORMS}`);
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  // URL takes a quote for a letter, and a second scheme or a drive for a host: C:\pipe, tcp://tcp://x.
  if (!/^[\w.:-]+$/.test(hostname) || /\\|:\/\//.test(rest)) {
    throw new ConfigError(source, `is not a host and port; use ${FORMS}`);
  }
  const port = writtenPort(rest);
  const basePath = url.pathname.replace(/\/+$/, "");
  const authority = port === undefined ? url.hostname : `${url.hostname}:${port}`;
  return {
    kind: "tcp",
    hostname,
    port,
    basePath,
    secure: scheme === "tcp" ? undefined : scheme === "https",
    href: `${scheme}://${authority}${basePath}`,
  };
}

const SSH = /^(?:([^@/]+)@)?(\[[\w:.%]+\]|[^:/@[\]]+)(?::(\d{1,5}))?(?:\/(.*))?$/;

/** Not by URL: it would lower the case of a name that the ssh settings may know as an alias. */
function parseSsh(rest: string, source: string): SshHost {
  if (/[?#]/.test(rest)) throw new ConfigError(source, "ssh:// takes no query or fragment");
  const [, user, hostname = "", port, path] = SSH.exec(rest) ?? [];
  // The value itself stays out of the message: it may hold a password.
  if (user?.includes(":")) {
    throw new ConfigError(source, "ssh:// takes no password; use a key, or an ssh agent");
  }
  if (!hostname || /\s|^-/.test(hostname) || user?.startsWith("-") || Number(port) > 65_535) {
    throw new ConfigError(source, "is no ssh host; use ssh://host or ssh://user@host:22/path");
  }
  const authority = rest.slice(0, rest.length - (path === undefined ? 0 : path.length + 1));
  return {
    kind: "ssh",
    user: user && decode(user, source),
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port: port === undefined ? undefined : Number(port),
    socketPath: path ? `/${decode(path, source)}` : undefined,
    href: `ssh://${authority}${path ? `/${path}` : ""}`,
  };
}

function decode(text: string, source: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ConfigError(source, 'has a "%" that stands for nothing; write it %25');
  }
}

/** The port as written; URL would hide an explicit `:80`. */
function writtenPort(rest: string): number | undefined {
  const port = /^(?:\[[^\]]*\]|[^:/]*):(\d+)/.exec(rest)?.[1];
  return port === undefined ? undefined : Number(port);
}
