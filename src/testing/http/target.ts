/** A request's path, taken apart. */
export interface Target {
  /** As in `/v1.51/…`; undefined where the path has none. */
  readonly version: string | undefined;
  /** Decoded, without the version. */
  readonly path: string;
  readonly search: string;
  /** Where the engine would redirect to: the path has `//`, `.` or `..` in it. */
  readonly redirect: string | undefined;
}

export function parseTarget(url: string): Target {
  const [raw = "", ...query] = url.split("?");
  const search = query.join("?");
  const decoded = decode(raw);
  const clean = cleanPath(decoded);
  const redirect =
    clean === decoded ? undefined : encodeURI(clean) + (search === "" ? "" : `?${search}`);
  const [, version, rest] = /^\/v([0-9.]+)(\/.*)$/.exec(decoded) ?? [];
  return { version, path: rest ?? decoded, search, redirect };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  const slash = path.endsWith("/") && kept.length > 0 ? "/" : "";
  return `/${kept.join("/")}${slash}`;
}
