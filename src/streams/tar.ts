import { setImmediate } from "node:timers/promises";
import type { ParsedTarEntry, TarPackController } from "modern-tar";
import { ConfigError, DockerError, LocalFileError, ProtocolError } from "../errors.js";

/** What an archive can hold. Devices can be read of, but not written. */
export type TarEntryType =
  | "file"
  | "directory"
  | "symlink"
  | "link"
  | "fifo"
  | "character-device"
  | "block-device";

/** One file of an archive. */
export interface TarEntry {
  /** With "/" between its parts, whatever the system. */
  name: string;
  type: TarEntryType;
  /** Permission bits, with setuid, setgid and sticky. */
  mode: number;
  uid: number;
  gid: number;
  /** To the second, as everywhere in Docker's archives. */
  mtime: Date;
  /** Bytes of the body. */
  size: number;
  /** Where a symlink leads, or the earlier entry that a hard link is the same file as. */
  linkname?: string;
  /** The bytes of a file. */
  body?: AsyncIterable<Uint8Array>;
}

const PERMISSIONS = 0o7777;
const JOINED = 32 * 1024;
/** Eleven octal digits; what is before or after them goes into an extended header. */
const LATEST_SECOND = 8 ** 11 - 1;

/**
 * Packs files into an archive, as it is read. Leaving it closes the file that is open.
 *
 * @throws {LocalFileError} for a file that is shorter or longer than its size says
 *
 * @example
 * ```ts
 * for await (const chunk of writeTar(walkFiles("/srv/app", { name: "app" }))) socket.write(chunk);
 * ```
 */
export async function* writeTar(
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { createTarPacker } = await import("modern-tar");
  const { readable, controller } = createTarPacker();
  const packing = pack(entries, controller);
  try {
    yield* joinSmall(readable);
  } finally {
    await packing;
  }
}

/** Headers, padding and small files are sent together: each chunk has a price on its way. */
async function* joinSmall(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let small: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    small.push(chunk);
    bytes += chunk.length;
    if (bytes < JOINED) continue;
    if (chunk.length >= JOINED) small.pop();
    if (small.length > 0) yield Buffer.concat(small);
    if (chunk.length >= JOINED) yield chunk;
    small = [];
    bytes = 0;
  }
  if (small.length > 0) yield Buffer.concat(small);
}

/** Never rejects: whoever reads the archive is told. */
async function pack(
  entries: Iterable<TarEntry> | AsyncIterable<TarEntry>,
  controller: TarPackController,
): Promise<void> {
  try {
    for await (const entry of entries) await packEntry(entry, controller);
    controller.finalize();
  } catch (error) {
    controller.error(error);
  }
}

async function packEntry(entry: TarEntry, controller: TarPackController): Promise<void> {
  const { name, type, mode, uid, gid, mtime, size, linkname, body } = entry;
  if (type === "character-device" || type === "block-device") {
    throw new LocalFileError(name, "is a device, which cannot be packed");
  }
  const seconds = Math.floor(mtime.getTime() / 1000);
  const fits = seconds >= 0 && seconds <= LATEST_SECOND;
  const writer = controller
    .add({
      name: type === "directory" && !name.endsWith("/") ? `${name}/` : name,
      type,
      mode: mode & PERMISSIONS,
      uid,
      gid,
      mtime: fits ? mtime : new Date(0),
      size: type === "file" ? size : 0,
      ...(linkname !== undefined && { linkname }),
      ...(!fits && { pax: { mtime: String(seconds) } }),
    })
    .getWriter();
  let packed = 0;
  if (type === "file") {
    for await (const chunk of body ?? []) {
      packed += chunk.length;
      if (packed > size) throw new LocalFileError(name, "grew while it was packed");
      await writer.write(chunk);
    }
    if (packed < size) throw new LocalFileError(name, "shrank while it was packed");
  }
  await writer.close();
}

/**
 * Takes an archive apart, as it comes. The body of an entry is read before the next entry is asked
 * for, or skipped. Leaving the loop, or a body, ends the source when it has to.
 *
 * @throws {ProtocolError} for an archive that is broken or cut off
 *
 * @example
 * ```ts
 * for await (const { name, size } of readTar(bytes)) console.log(name, size);
 * ```
 */
export async function* readTar(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<TarEntry, void, undefined> {
  const { createTarDecoder } = await import("modern-tar");
  const { readable, writable } = createTarDecoder({ strict: true });
  const source = new FedSource(bytes, writable);
  const entries = readable.getReader();
  try {
    while (true) {
      const { done, value } = await source.feedUntil(entries.read());
      if (done) return;
      const body = value.body.getReader();
      yield readEntry(value, readBody(body, source, value.header));
      await body.cancel();
    }
  } finally {
    // Says what feedUntil has said already, where the archive is broken.
    await entries.cancel().catch(() => {});
    await source.end();
  }
}

function readEntry({ header }: ParsedTarEntry, body: AsyncIterable<Uint8Array>): TarEntry {
  const { name, type = "file", mode = 0, uid = 0, gid = 0, mtime, size, linkname } = header;
  if (!isEntryType(type))
    throw new ProtocolError(`the archive's entry "${name}" has no known type`);
  if (!mtime || Number.isNaN(mtime.getTime())) {
    throw new ProtocolError(`the archive's entry "${name}" has a time that does not exist`);
  }
  return {
    ...{ name, type, mode: mode & PERMISSIONS, uid, gid, mtime, size },
    ...((type === "symlink" || type === "link") && { linkname: linkname ?? "" }),
    ...(type === "file" && { body }),
  };
}

function isEntryType(type: string): type is TarEntryType {
  return !type.startsWith("pax-") && !type.startsWith("gnu-");
}

async function* readBody(
  body: ReadableStreamDefaultReader<Uint8Array>,
  source: FedSource,
  { name, size }: { name: string; size: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = size;
  try {
    while (true) {
      const { done, value } = await source.feedUntil(body.read());
      if (done) break;
      left -= value.length;
      yield value;
    }
    // Skipped by now; an empty body would be a lie.
    if (left > 0)
      throw new ConfigError("body", `of "${name}" was to be read before the next entry`);
  } finally {
    await body.cancel().catch(() => {});
  }
}

/**
 * The bytes that a decoder is fed with. They are asked for only while somebody waits for what the
 * decoder makes of them, so that whoever leaves does not have to wait for a chunk nobody wants.
 */
class FedSource {
  readonly #bytes: AsyncIterator<Uint8Array>;
  readonly #decoder: WritableStreamDefaultWriter<Uint8Array>;
  #feeding: Promise<void> | undefined;
  #waiting = false;
  #ended = false;
  #failed = false;

  constructor(bytes: AsyncIterable<Uint8Array>, decoder: WritableStream<Uint8Array>) {
    this.#bytes = bytes[Symbol.asyncIterator]();
    this.#decoder = decoder.getWriter();
    // A broken archive is told by what is read of the decoder.
    this.#decoder.closed.catch(() => {});
  }

  async feedUntil<T>(reading: Promise<T>): Promise<T> {
    let settled = false;
    const settle = (): void => {
      settled = true;
    };
    const done = reading.then(settle, settle);
    // What the decoder has already comes within this turn of the event loop.
    await Promise.race([done, setImmediate()]);
    while (!settled && !this.#ended) {
      this.#feeding ??= this.#feed().finally(() => {
        this.#feeding = undefined;
      });
      await Promise.race([done, this.#feeding]);
    }
    try {
      return await reading;
    } catch (error) {
      // What went wrong with the source itself is its owner's to explain.
      if (this.#failed || error instanceof DockerError) throw error;
      throw new ProtocolError(`the archive is broken: ${reason(error)}`, { cause: error });
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    const ending = this.#bytes.return?.();
    // A generator that is waiting for its next chunk does not return before it has it.
    if (this.#waiting) ending?.catch(() => {});
    else await ending;
  }

  async #feed(): Promise<void> {
    try {
      this.#waiting = true;
      const { done, value } = await this.#bytes.next();
      this.#waiting = false;
      if (done) {
        this.#ended = true;
        await this.#decoder.close().catch(() => {});
      } else {
        await this.#decoder.write(value).catch(() => {});
      }
    } catch (error) {
      this.#waiting = false;
      this.#failed = true;
      this.#ended = true;
      await this.#decoder.abort(error);
    }
  }
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\.$/, "");
}
