import { pipeline, type Readable, Transform } from "node:stream";
import { ProgressError } from "../errors.js";

/** No more of the end is kept than a message needs; an archive that is whole ends in zeros. */
const TAIL = 4 * 1024;
const ERROR = /(\{"errorDetail":.*\})\s*$/s;

/**
 * Passes an archive of images on. An engine that fails on the way has answered 200 before, and puts
 * its error behind what it has written of the archive: that is thrown here.
 */
export function checkSavedImages(archive: Readable): Readable {
  let tail = Buffer.alloc(0);
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      tail = Buffer.concat([tail, chunk.subarray(-TAIL)]).subarray(-TAIL);
      done(null, chunk);
    },
    flush(done) {
      const [, error] = ERROR.exec(tail.toString()) ?? [];
      done(error === undefined ? null : new ProgressError(messageOf(error)));
    },
  });
  // Whoever reads is told of an error.
  return pipeline(archive, checked, () => {});
}

function messageOf(error: string): string {
  try {
    const { errorDetail } = JSON.parse(error) as { errorDetail?: { message?: string } };
    return errorDetail?.message ?? error;
  } catch {
    return error;
  }
}
