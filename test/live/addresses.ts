import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createAuthority } from "../support/certificates.js";
import { type Forwarder, forward } from "../support/forward.js";
import { socketPath, ssh, tls } from "./engine.js";

/** How an engine can be reached. */
export type Kind = "unix socket" | "tcp" | "mutual TLS" | "ssh";

/** Where it is reached so. */
export interface Address {
  host: string;
  /** A directory with `ca.pem`, `cert.pem` and `key.pem`. */
  certPath?: string;
}

/** Whether the engine can be reached so from here. */
export const reachable: Record<Kind, boolean> = {
  "unix socket": socketPath !== undefined,
  tcp: socketPath !== undefined,
  "mutual TLS": socketPath !== undefined,
  ssh: socketPath !== undefined && ssh !== undefined,
};

/** The environment in which `ssh` is the one of the tests. */
export const sshEnv: Record<string, string> = {
  PATH: [...(ssh ? [ssh.known] : []), process.env.PATH].join(delimiter),
};

/** The addresses of the engine with the socket, for as long as they are needed. */
export interface Addresses extends AsyncDisposable {
  of(kind: Kind): Address;
}

/** Opens ports before the engine's socket for what it does not listen to itself. */
export async function openAddresses(path: string): Promise<Addresses> {
  const plain = await forward(path);
  const secure = tls ?? (await openTls(path));
  const addresses: Record<Kind, Address> = {
    "unix socket": { host: `unix://${path}` },
    tcp: { host: `tcp://${plain.authority}` },
    "mutual TLS": { host: secure.host, certPath: secure.certPath },
    ssh: { host: `ssh://${ssh?.authority}${path}` },
  };
  return {
    of: (kind) => addresses[kind],
    async [Symbol.asyncDispose]() {
      await plain[Symbol.asyncDispose]();
      if ("port" in secure) await secure.close();
    },
  };
}

/** Mutual TLS before a socket, with certificates of its own. */
async function openTls(
  path: string,
): Promise<{ host: string; certPath: string; port: Forwarder; close(): Promise<void> }> {
  const authority = await createAuthority();
  const server = await authority.server({ names: ["127.0.0.1"] });
  const both = { requestCert: true, rejectUnauthorized: true };
  const port = await forward(path, { ...server, ca: authority.ca, ...both });
  const certPath = await mkdtemp(join(tmpdir(), "sdk-certificates-"));
  const { cert, key } = await authority.client();
  for (const [name, pem] of Object.entries({ ca: authority.ca, cert, key })) {
    await writeFile(join(certPath, `${name}.pem`), pem);
  }
  return {
    host: `tcp://${port.authority}`,
    certPath,
    port,
    async close() {
      await port[Symbol.asyncDispose]();
      await rm(certPath, { recursive: true });
    },
  };
}
