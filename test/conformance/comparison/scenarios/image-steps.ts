import { Buffer } from "node:buffer";
import type { Setting } from "../setting.js";

/** A query with its values encoded; those that are objects as JSON. */
export function query(parameters: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => {
      const text = typeof each === "string" ? each : JSON.stringify(each);
      return `${name}=${encodeURIComponent(text)}`;
    }),
  );
  return pairs.join("&");
}

/** One entry of an archive, where its content alone does not say enough. */
export interface Entry {
  readonly content?: string | Uint8Array;
  /** `5` for a directory, `2` for a symbolic link. */
  readonly type?: string;
  readonly link?: string;
  readonly mode?: number;
}

/** A tar archive; a name that ends with `/` is a directory. */
export function tar(files: Readonly<Record<string, string | Uint8Array | Entry>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, given]) => {
    const entry: Entry =
      typeof given === "string" || given instanceof Uint8Array ? { content: given } : given;
    const { type = name.endsWith("/") ? "5" : "0", link = "" } = entry;
    const content = Buffer.from(entry.content ?? "");
    const mode = entry.mode ?? (type === "5" ? 0o755 : 0o644);
    const header = Buffer.alloc(512);
    header.write(name);
    const number = (value: number, length: number, at: number): void => {
      header.write(`${value.toString(8).padStart(length - 1, "0")}\0`, at);
    };
    number(mode, 8, 100);
    number(0, 8, 108);
    number(0, 8, 116);
    number(content.length, 12, 124);
    number(1_700_000_000, 12, 136);
    header.write("        ", 148);
    header.write(type, 156);
    header.write(link, 157);
    header.write("ustar\u000000", 257);
    number(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
      148,
    );
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** The names in a tar archive with their types: `etc/ 5`. */
export function namesIn(archive: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 512 <= archive.length; ) {
    const text = (from: number, length: number): string =>
      archive.toString("utf8", at + from, at + from + length).replace(/\0.*/s, "");
    const [name, type, link] = [text(0, 100), text(156, 1), text(157, 100)];
    if (name === "") break;
    const size = Number.parseInt(text(124, 12), 8) || 0;
    if (!"xg".includes(type)) names.push(`${name} ${type}${link === "" ? "" : ` ${link}`}`);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return names;
}

/** Credentials as a header. */
export const auth = (credentials: unknown): Record<string, string> => {
  const text = Buffer.from(JSON.stringify(credentials)).toString("base64");
  return { "x-registry-auth": text.replaceAll("+", "-").replaceAll("/", "_") };
};

/** The messages of a stream, without those that differ from run to run. */
export const messagesIn = (text: string): unknown[] =>
  text
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ status }) => !fleeting.test(String(status)))
    .map(({ progress, progressDetail, ...rest }) => rest)
    // A registry that has a layer elsewhere takes it from there.
    .map((message) =>
      /^Mounted from /.test(String(message.status)) ? { ...message, status: "Pushed" } : message,
    );

/** How often and when they are said depends on how fast things go. */
const fleeting = /^(Downloading|Download complete|Verifying Checksum|Extracting|Pushing)$/;

/** Removes images at the end, with the digests that a registry has given them. */
export function removeLater({ name, later, quietly }: Setting, ...names: readonly string[]): void {
  for (const each of names) {
    later(async () => {
      const { json } = await quietly("GET", `/images/${each}/json`);
      await quietly("DELETE", `/images/${each}?force=1`);
      const digests: readonly string[] = json?.RepoDigests ?? [];
      for (const digest of digests.filter((given) => given.includes(name))) {
        await quietly("DELETE", `/images/${digest}`);
      }
    });
  }
}

/** Builds, and shows what the build said. */
export async function build(
  setting: Setting,
  dockerfile: string,
  parameters: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<void> {
  const body = tar({ Dockerfile: dockerfile, ...files });
  const asked = query({ nocache: "1", forcerm: "1", ...parameters });
  const { status, text, json } = await setting.quietly("POST", `/build?${asked}`, {
    body,
    headers: { "content-type": "application/x-tar" },
  });
  if (status !== 200) return setting.note(dockerfile, [status, json]);
  const messages = messagesIn(text) as { readonly stream?: string }[];
  // Output comes in pieces of any size.
  const said = messages.map(({ stream = "" }) => stream).join("");
  const rest = messages.filter(({ stream }) => stream === undefined);
  setting.note(dockerfile, [status, said.split("\n"), rest]);
}

/** The image's settings and history, as far as they do not depend on the time. */
export async function showImage(setting: Setting, name: string): Promise<void> {
  const { json } = await setting.quietly("GET", `/images/${name}/json`);
  const { Author, Comment, Config, Os, Architecture } = json;
  setting.note("image", { Author, Comment, Config, Os, Architecture });
  const history = await setting.quietly("GET", `/images/${name}/history`);
  const steps = history.json.map((step: Record<string, unknown>) => [
    step.CreatedBy,
    step.Comment,
    Number(step.Size) > 0,
  ]);
  setting.note("history", steps);
}

/** Makes a container, which is removed at the end. */
export async function container(
  { quietly, later, image, name }: Setting,
  settings: object = {},
): Promise<string> {
  const json = { Image: image, Cmd: ["sleep", "600"], StopSignal: "SIGKILL", ...settings };
  const made = await quietly("POST", `/containers/create?name=${name}`, { json });
  const id = String(made.json.Id);
  later(() => quietly("DELETE", `/containers/${id}?force=1&v=1`));
  return id;
}

/** Asks the same thing with several queries. */
export async function each(
  { call }: Setting,
  method: string,
  path: string,
  queries: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  for (const parameters of queries) await call(method, `${path}?${query(parameters)}`);
}
