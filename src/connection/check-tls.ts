import { ConfigError } from "../errors.js";
import type { TlsOptions } from "./options.js";

const FIELDS: readonly string[] = [
  "ca",
  "cert",
  "key",
  "passphrase",
  "servername",
  "insecureSkipVerify",
] satisfies (keyof TlsOptions)[];

/** Refuses a setting that would be ignored: of TLS, that would be a lock which does not lock. */
export function checkTlsFields(tls: TlsOptions): void {
  if (typeof tls !== "object" || !tls) throw new ConfigError("tls", `is { ${FIELDS.join(", ")} }`);
  for (const name of Object.keys(tls)) {
    if (FIELDS.includes(name)) continue;
    const advice = ADVICE.get(name) ?? `use ${FIELDS.join(", ")}`;
    throw new ConfigError(`tls.${name}`, `is no option; ${advice}`);
  }
  const { insecureSkipVerify = false } = tls;
  // The text "false" would skip the check.
  if (typeof insecureSkipVerify !== "boolean")
    throw new ConfigError("tls.insecureSkipVerify", "is true or false");
}

/** What Node or other clients call it. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ["rejectUnauthorized", "insecureSkipVerify: true accepts any certificate"],
  ["pfx", "give cert and key as PEM"],
]);
