import type { Engine } from "./engine.js";
import { badRequest, systemError } from "./http/engine-error.js";
import { parseGoJson } from "./http/go-json.js";
import { parseBool } from "./http/query.js";

/** The `filters` parameter: values per name; several values of one name are alternatives. */
export class Filters {
  readonly #values: Map<string, string[]>;

  private constructor(values: Map<string, string[]>) {
    this.#values = values;
  }

  /**
   * Reads both forms, `{"status":["exited"]}` and `{"status":{"exited":true}}`; refuses unknown names.
   *
   * @param engine - older ones say what is wrong with the JSON
   */
  static parse(json: string, known?: readonly string[], engine?: Pick<Engine, "atLeast">): Filters {
    const values = new Map<string, string[]>();
    if (json !== "") {
      const given = engine?.atLeast(42) === false ? readOlder(json) : read(json);
      for (const [name, list] of given) values.set(name, list);
    }
    for (const name of values.keys()) {
      if (known?.includes(name) === false) throw badRequest(`invalid filter '${name}'`);
    }
    return new Filters(values);
  }

  names(): string[] {
    return [...this.#values.keys()];
  }

  has(name: string): boolean {
    return this.values(name).length > 0;
  }

  values(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** True where the filter is absent or one of its values is exactly this. */
  is(name: string, value: string): boolean {
    return !this.has(name) || this.values(name).includes(value);
  }

  /** True where the filter is absent, or one of its values is this or matches it as an expression. */
  matches(name: string, value: string): boolean {
    if (this.is(name, value)) return true;
    return this.values(name).some((pattern) => {
      try {
        return new RegExp(pattern).test(value);
      } catch {
        return false;
      }
    });
  }

  /** `label=key` and `label=key=value`: every one of them must hold. */
  labels(labels: Labels): boolean {
    return this.values("label").every((wanted) => hasLabel(labels ?? {}, wanted));
  }

  /** `label!`: none of them may hold. */
  withoutLabels(labels: Labels): boolean {
    return !this.values("label!").some((wanted) => hasLabel(labels ?? {}, wanted));
  }

  /** What a prune may remove: `label`, `label!`, and created before `until`. */
  prunable(now: bigint): (labels: Labels, created: bigint) => boolean {
    const times = this.values("until");
    if (times.length > 1) throw systemError("more than one until filter specified");
    const [until] = times.map((text) => parseUntil(text, now));
    return (labels, created) =>
      this.labels(labels) && this.withoutLabels(labels) && (until === undefined || created < until);
  }

  /** One boolean; refuses anything else in the engine's words. */
  flag(name: string): boolean | undefined {
    if (!this.has(name)) return undefined;
    const parsed = new Set(this.values(name).map(parseBool));
    const [value] = parsed;
    if (parsed.size !== 1 || value === undefined) {
      throw badRequest(`invalid filter '${name}=[${this.values(name).join(" ")}]'`);
    }
    return value;
  }
}

type Labels = Readonly<Record<string, string>> | null | undefined;

function read(json: string): [string, string[]][] {
  try {
    return readFilters(JSON.parse(json));
  } catch {
    throw badRequest("invalid filter");
  }
}

/** As engines before API 1.42 did: Go's words for what it could not read. */
function readOlder(json: string): [string, string[]][] {
  try {
    return readFilters(parseGoJson(json));
  } catch (error) {
    const { message } = error as Error;
    throw systemError(message === "unexpected EOF" ? "unexpected end of JSON input" : message);
  }
}

function readFilters(parsed: unknown): [string, string[]][] {
  if (parsed === null) return [];
  if (typeof parsed !== "object" || Array.isArray(parsed)) {
    throw notInto(parsed, "map[string]map[string]bool");
  }
  return Object.entries(parsed).map(([name, given]) => [name, readValues(given)]);
}

function readValues(given: unknown): string[] {
  if (given === null) return [];
  if (Array.isArray(given) && given.every((value) => value === null || typeof value === "string")) {
    return given.map((value) => value ?? "");
  }
  if (typeof given !== "object" || Array.isArray(given)) throw notInto(given, "map[string]bool");
  const wrong = Object.values(given).find((value) => typeof value !== "boolean" && value !== null);
  if (wrong !== undefined) throw notInto(wrong, "bool");
  return Object.keys(given);
}

const notInto = (value: unknown, type: string): Error =>
  new Error(`json: cannot unmarshal ${goKind(value)} into Go value of type ${type}`);

function goKind(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
}

function hasLabel(labels: Readonly<Record<string, string>>, wanted: string): boolean {
  const [key = "", ...rest] = wanted.split("=");
  const value = labels[key];
  return value !== undefined && (rest.length === 0 || value === rest.join("="));
}

/** The `until` filter: a point in time as seconds, RFC 3339 or a Go duration before this second. */
export function parseUntil(text: string, now: bigint): bigint {
  if (/^\d+(\.\d+)?$/.test(text)) return parseSeconds(text);
  const duration = parseDuration(text);
  if (duration !== undefined) return ((now - duration) / 1_000_000_000n) * 1_000_000_000n;
  const date = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(date)) {
    throw badRequest(`failed to parse value as time or duration: ${JSON.stringify(text)}`);
  }
  return BigInt(date) * 1_000_000n;
}

/** `seconds[.nanoseconds]` as nanoseconds; Go's words for anything else. */
export function parseSeconds(text: string): bigint {
  const [, seconds, fraction = ""] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (seconds === undefined) {
    const wrong = JSON.stringify(text.split(".")[0]);
    throw new Error(`strconv.ParseInt: parsing ${wrong}: invalid syntax`);
  }
  return BigInt(seconds) * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, "0"));
}

const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/** A Go duration (`1h30m`) in nanoseconds. */
function parseDuration(text: string): bigint | undefined {
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * (units[unit ?? ""] ?? 0);
  }
  return BigInt(Math.round(total));
}
