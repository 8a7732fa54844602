import { mkdir, writeFile } from "node:fs/promises";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import {
  type Authority,
  createAuthority,
  createClientIdentity,
  createServerIdentity,
  type Identity,
} from "./certificate.js";

/**
 * What a client needs to be let in by a daemon that listens with TLS: PEM texts, as the `tls` option of
 * `Docker` takes them.
 */
export class ClientCertificates {
  /** The authority that the daemon's certificate is signed by. */
  readonly ca: string;
  /** The client's certificate, signed by the same authority. */
  readonly cert: string;
  readonly key: string;

  constructor(ca: string, { cert, key }: Identity) {
    this.ca = ca;
    this.cert = cert;
    this.key = key;
  }

  /**
   * Writes `ca.pem`, `cert.pem` and `key.pem`, for `DOCKER_CERT_PATH`.
   *
   * @param directory - it is made if it is not there
   *
   * @example
   * ```ts
   * await daemon.certificates.writeTo(directory);
   * const env = { DOCKER_HOST: host, DOCKER_TLS_VERIFY: "1", DOCKER_CERT_PATH: directory };
   * ```
   */
  async writeTo(directory: string): Promise<void> {
    await mkdir(directory, { recursive: true });
    const { ca, cert, key } = this;
    for (const [name, content] of Object.entries({ ca, cert, key })) {
      await writeFile(join(directory, `${name}.pem`), content, {
        mode: name === "key" ? 0o600 : 0o644,
      });
    }
  }
}

/** One daemon's certificates, made when they are first asked for. */
export class Certificates {
  #authority: Authority | undefined;
  #client: ClientCertificates | undefined;

  get authority(): Authority {
    this.#authority ??= createAuthority("mock docker authority");
    return this.#authority;
  }

  get client(): ClientCertificates {
    this.#client ??= new ClientCertificates(
      this.authority.cert,
      createClientIdentity(this.authority),
    );
    return this.#client;
  }

  /** For a server that is reached on this machine, and by the address it listens on. */
  server(address: string): Identity {
    const everywhere = address === "0.0.0.0" || address === "::";
    const names = ["localhost", "127.0.0.1", "::1", ...(everywhere ? ownNames() : [address])];
    return createServerIdentity(this.authority, [...new Set(names)]);
  }
}

/** What other machines, and containers, know this one by. */
function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return [hostname(), ...addresses.map(({ address }) => address)];
}
