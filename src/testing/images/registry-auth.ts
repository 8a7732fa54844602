import type { Call } from "../http/call.js";
import type { GivenCredentials } from "./registry.js";

/**
 * The credentials in an `X-Registry-Auth` header. The engine wants base64url *with* padding, and
 * takes anything else for nobody's, without a word.
 */
export function decodeRegistryAuth({ headers }: Pick<Call, "headers">): GivenCredentials {
  const header = headers["x-registry-auth"];
  return decode(Array.isArray(header) ? header[0] : header);
}

/** The credentials of one registry in an `X-Registry-Config` header, by its name in Docker's files. */
export function decodeRegistryConfig(header: string | undefined, host: string): GivenCredentials {
  const wanted = host === "docker.io" ? "https://index.docker.io/v1/" : host;
  const hostOf = (name: string): string => name.replace(/^https?:\/\//, "").replace(/\/.*/, "");
  const config: Record<string, GivenCredentials> = decode(header);
  return (
    config[wanted] ?? Object.entries(config).find(([name]) => hostOf(name) === host)?.[1] ?? {}
  );
}

function decode(header: string | undefined): Record<string, never> {
  if (!header || header.length % 4 !== 0 || !/^[A-Za-z0-9_-]+={0,2}$/.test(header)) return {};
  try {
    const decoded: unknown = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
    return typeof decoded === "object" && decoded !== null ? { ...decoded } : {};
  } catch {
    return {};
  }
}
