import type { Readable } from "node:stream";
import { packTar, type TarHeader, unpackTar } from "modern-tar";
import { request } from "undici";
import type { MockDaemon } from "../../src/testing/index.js";

type Given = Partial<TarHeader> & { readonly name: string; readonly content?: string };

/** An archive of a few files, all of them of 2001 and of user 1000. */
export async function pack(...entries: readonly Given[]): Promise<Buffer> {
  const archive = await packTar(
    entries.map(({ content, ...header }) => ({
      header: {
        mtime: new Date(1_000_000_000_000),
        uid: 1000,
        gid: 1001,
        size: Buffer.byteLength(content ?? ""),
        ...header,
      },
      ...(content !== undefined && { body: content }),
    })),
  );
  return Buffer.from(archive);
}

export interface Unpacked extends TarHeader {
  readonly content: string;
}

export async function unpack(archive: Uint8Array): Promise<Unpacked[]> {
  const entries = await unpackTar(archive, { strict: true });
  return entries.map(({ header, data }) => ({
    ...header,
    content: data === undefined ? "" : Buffer.from(data).toString("utf8"),
  }));
}

export const namesIn = async (archive: Uint8Array): Promise<string[]> =>
  (await unpack(archive)).map(({ name }) => name);

export interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** One request whose body and answer may be anything. */
export async function send(
  daemon: MockDaemon,
  method: "GET" | "PUT" | "POST" | "HEAD",
  path: string,
  body?: Uint8Array | Readable,
  headers: Record<string, string> = { "content-type": "application/x-tar" },
): Promise<RawAnswer> {
  const answer = await request(`http://docker${path}`, {
    method,
    dispatcher: daemon.dispatcher,
    ...(body !== undefined && { body, headers }),
  });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString() };
}
