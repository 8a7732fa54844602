export type Version = readonly [number, number];

export function parseVersion(text: string): Version {
  const [major = 0, minor = 0] = text.split(".").map(Number);
  return [major, minor];
}

const compareVersions = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1];

export const isOlder = (version: Version, than: string): boolean =>
  compareVersions(version, parseVersion(than)) < 0;

/** Of each API version that a mock daemon can have for its newest, the engine that has it. */
const engines: Readonly<Record<string, string>> = {
  "1.41": "20.10.24",
  "1.42": "23.0.6",
  "1.43": "24.0.9",
  "1.44": "25.0.5",
  "1.45": "26.1.5",
  "1.46": "27.1.2",
  "1.47": "27.5.1",
  "1.48": "28.0.4",
  "1.49": "28.1.1",
  "1.50": "28.2.2",
  "1.51": "28.5.2",
  "1.52": "29.1.5",
  "1.53": "29.2.1",
  "1.54": "29.3.0",
  "1.55": "29.4.0",
  "1.56": "29.5.0",
};

/**
 * The version of the engine whose newest API version this is.
 *
 * @throws {TypeError} for one that a mock daemon cannot have
 */
export function engineOf(apiVersion: string): string {
  const known = typeof apiVersion === "string" && Object.hasOwn(engines, apiVersion);
  const engine = known ? engines[apiVersion] : undefined;
  if (engine !== undefined) return engine;
  throw new TypeError(`apiVersion is one of 1.41 to 1.56, as a string, not ${show(apiVersion)}`);
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** The oldest API version that an engine speaks: 20.10, 26 and 28 were asked for theirs. */
export function oldestVersion(newest: string): string {
  if (isOlder(parseVersion(newest), "1.44")) return "1.12";
  return isOlder(parseVersion(newest), "1.52") ? "1.24" : "1.44";
}

/** A version that the engine does not speak, and how it says so. */
export interface VersionRefusal {
  readonly message: string;
  readonly plain: boolean;
}

/** What the engine says to a version it does not speak; undefined for one that it does. */
export function refuseVersion(asked: string, newest: string): VersionRefusal | undefined {
  const oldest = oldestVersion(newest);
  if (isOlder(parseVersion(asked), oldest)) {
    return {
      message: `client version ${asked} is too old. Minimum supported API version is ${oldest}, please upgrade your client to a newer version`,
      // 20.10 and 28 turn clients away in plain text that are as old as that, and 26 does so in JSON.
      plain: isFromPlainTimes(asked) && !isBetween(newest, "1.44", "1.47"),
    };
  }
  if (isOlder(parseVersion(newest), asked)) {
    const message = `client version ${asked} is too new. Maximum supported API version is ${newest}`;
    return { message, plain: false };
  }
  return undefined;
}

/** Whether the engine answers such a client's errors in plain text: engines up to 24 do. */
export const answersPlainly = (asked: string, newest: string): boolean =>
  isFromPlainTimes(asked) && isBetween(newest, "1.41", "1.43");

/** Before API 1.24 errors were plain text. */
const isFromPlainTimes = (asked: string): boolean => isOlder(parseVersion(asked), "1.24");

const isBetween = (version: string, first: string, last: string): boolean =>
  !isOlder(parseVersion(version), first) && !isOlder(parseVersion(last), version);
