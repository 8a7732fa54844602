import { randomUUID } from "node:crypto";
import { type Dispatcher, request } from "undici";
import type { Answer, Asking, ComparisonScenario, Setting } from "./setting.js";

export interface Compared extends Pick<Setting, "image" | "minor" | "registry"> {
  readonly dispatcher: Dispatcher;
  /** `http://docker` for an engine, {@link MOCK} for a mock daemon. */
  readonly origin: string;
}

/** Where requests to the mock daemon go, beside those to an engine: test/support/record.ts skips them. */
export const MOCK = "http://mock";

/** Lets a scenario run, removes what it made, and tells what it noted. */
export async function outcomeOf(
  scenario: ComparisonScenario,
  { dispatcher, origin, ...given }: Compared,
): Promise<string[]> {
  const name = `sdk-${randomUUID().slice(0, 8)}z`;
  const noted: string[] = [];
  const undos: (() => Promise<unknown>)[] = [];
  const ask = (method: string, path: string, asking?: Asking): Promise<Answer> =>
    send(dispatcher, method, `${origin}${path}`, asking);
  const note = (label: string, value: unknown): void => {
    const text = JSON.stringify(comparable(value), null, 1) ?? "undefined";
    noted.push(...common(`${label}: ${text}`, name).split("\n"));
  };
  const setting: Setting = {
    ...given,
    name,
    quietly: ask,
    note,
    async call(method, path, asking) {
      const answer = await ask(method, path, asking);
      note(`${method} ${decodeURIComponent(path)}`, [answer.status, answer.json ?? answer.text]);
      return answer;
    },
    later: (undo) => undos.push(undo),
  };
  try {
    await scenario.run(setting);
  } finally {
    // What is gone already, or was never made, is refused.
    for (const undo of undos.reverse()) await undo().catch(() => {});
  }
  return noted;
}

async function send(
  dispatcher: Dispatcher,
  method: string,
  url: string,
  { json, body, headers = {} }: Asking = {},
): Promise<Answer> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const type = json === undefined ? {} : { "content-type": "application/json" };
  const answer = await request(url, {
    dispatcher,
    method: method as Dispatcher.HttpMethod,
    headers: { ...type, ...headers },
    ...(sent !== undefined && { body: typeof sent === "string" ? sent : Buffer.from(sent) }),
  });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  const text = bytes.toString("utf8");
  return { status: answer.statusCode, headers: answer.headers, text, bytes, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Fields that are a host's own, or depend on the time. */
const ignored = /^(Created|Id|MergedDir|LowerDir|UpperDir|WorkDir|LastTagTime)$/;

/** The same value without what cannot be the same, its fields in one order. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !ignored.test(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, comparable(each)]),
  );
}

const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;
const sizes = /"(Size|VirtualSize|SpaceReclaimed|size|LayersSize)": [1-9]\d*/g;

/** Names, ids, times, sizes and the host's paths are what they are; all else has to be the same. */
const common = (text: string, name: string): string =>
  text
    .replaceAll(name, "NAME")
    .replace(/\b[0-9a-f]{64}\b/g, "<id>")
    .replace(/\b[0-9a-f]{12}\b/g, "<short id>")
    .replace(time, (given) => (given.startsWith("0001") ? given : "<time>"))
    .replace(sizes, '"$1": <size>')
    .replace(/size: \d+/g, "size: <size>")
    .replace(/\/[\w./-]*\/tmp\/docker-import-\d+/g, "<import>")
    .replace(/(\d+\.\d+\.\d+)\+dfsg\d+/g, "$1");
