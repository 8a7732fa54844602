/** The oldest API version that engine 28 speaks. */
export const oldestVersion = "1.24";

export type Version = readonly [number, number];

export function parseVersion(text: string): Version {
  const [major = 0, minor = 0] = text.split(".").map(Number);
  return [major, minor];
}

const compareVersions = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1];

/** What the engine says to a version it does not speak; undefined for one that it does. */
export function refuseVersion(
  asked: string,
  newest: string,
): { readonly message: string; readonly plain: boolean } | undefined {
  if (compareVersions(parseVersion(asked), parseVersion(oldestVersion)) < 0) {
    // Before 1.24 errors were plain text, and clients that old are answered like that.
    return {
      message: `client version ${asked} is too old. Minimum supported API version is ${oldestVersion}, please upgrade your client to a newer version`,
      plain: true,
    };
  }
  if (compareVersions(parseVersion(asked), parseVersion(newest)) > 0) {
    return {
      message: `client version ${asked} is too new. Maximum supported API version is ${newest}`,
      plain: false,
    };
  }
  return undefined;
}
