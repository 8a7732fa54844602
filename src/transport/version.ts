import { apiVersion as newest } from "../../generated/version.js";
import { ApiVersionError, ProtocolError } from "../errors.js";

/** The oldest API version this SDK speaks: that of Docker Engine 20.10. */
export const OLDEST_API_VERSION = "1.41";

/** Compares by number, part by part: 1.9 is older than 1.41. Negative when `a` is the older. */
export function compareApiVersions(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split(".").map(Number);
  const [bMajor = 0, bMinor = 0] = b.split(".").map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}

/**
 * The version both sides know: the older of the engine's newest and ours.
 *
 * @param engine - the `Api-Version` header of a ping
 * @param host - the engine, for messages
 */
export function commonApiVersion(engine: unknown, host: string): string {
  if (typeof engine !== "string" || !/^\d+\.\d+$/.test(engine)) {
    throw noEngine(host);
  }
  refuseOldApiVersion(engine, `${host}: the engine's API version`);
  return compareApiVersions(engine, newest) < 0 ? engine : newest;
}

/** What answers a ping in another way than every engine does. */
export function noEngine(host: string): ProtocolError {
  return new ProtocolError(
    `${host}: what answers is no Docker Engine: it names no API version; is the address right?`,
  );
}

/** Refuses a version that is too old for this SDK. */
export function refuseOldApiVersion(version: string, whose: string): string {
  if (compareApiVersions(version, OLDEST_API_VERSION) >= 0) return version;
  throw new ApiVersionError(
    `${whose} ${version} is older than ${OLDEST_API_VERSION} (Docker Engine 20.10), the oldest this SDK speaks`,
  );
}
