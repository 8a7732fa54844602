import type { TarHeader } from "modern-tar";
import { EngineError, systemError } from "../http/engine-error.js";
import { type Content, ContentWriter } from "./content.js";

/** Bytes from memory or from a request. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One entry of an archive that is being read. */
export interface TarItem {
  readonly header: TarHeader;
  /** Reads it into memory; what nobody reads is skipped. */
  content(): Promise<Content>;
}

/**
 * Reads an archive entry by entry, no faster than they are taken; the engine's words for a broken one.
 *
 * @param share - whether contents may be parts of the source, which nobody changes, instead of copies
 */
export async function* readTar(
  source: Bytes,
  { share = false }: { share?: boolean } = {},
): AsyncGenerator<TarItem> {
  // It comes in one module format only, and nobody needs it before there is an archive.
  const { createTarDecoder } = await import("modern-tar");
  const { readable, writable } = createTarDecoder({ strict: true });
  const feeding = feed(source, writable.getWriter());
  // Its failure is the reader's, who hears of it below.
  feeding.catch(() => {});
  try {
    for await (const { header, body } of readable) {
      let read = false;
      const content = (): Promise<Content> => {
        read = true;
        const whole = share ? gather(body) : collect(body, header.size);
        return whole.catch((error: unknown) => {
          throw inWordsOfGo(error);
        });
      };
      yield { header, content };
      if (!read) await body.cancel();
    }
    await feeding;
  } catch (error) {
    throw inWordsOfGo(error);
  } finally {
    // The source is left alone before anybody else reads on.
    await feeding.catch(() => {});
  }
}

async function collect(body: AsyncIterable<Uint8Array>, size: number): Promise<Content> {
  const writer = new ContentWriter(size);
  for await (const chunk of body) writer.write(chunk);
  return writer.finish();
}

async function gather(body: AsyncIterable<Uint8Array>): Promise<Content> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
  }
  return { size, chunks };
}

type Writer = ReturnType<WritableStream<Uint8Array>["getWriter"]>;

async function feed(source: Bytes, writer: Writer): Promise<void> {
  let empty = true;
  try {
    for await (const chunk of source) {
      empty &&= chunk.length === 0;
      await writer.write(chunk);
    }
    // Nothing at all is an archive without files.
    if (empty) await writer.write(new Uint8Array(1024));
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}

function inWordsOfGo(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EngineError) return error;
  if (/truncated|unexpected end of file/.test(error.message)) return systemError("unexpected EOF");
  if (/tar/i.test(error.message)) return systemError("archive/tar: invalid tar header");
  return error;
}
