import { type Duplex, Writable } from "node:stream";

/** The writing side of a connection that was handed over. */
export interface Stdin {
  stream: Writable;
  /** Whether an error of the connection is no more than its end. */
  isEnd(error: unknown): boolean;
}

/**
 * Makes the writing side of a connection. Its end is a half-close: the engine's output goes on. A
 * process that ends without reading all of its input is nothing wrong: what it wrote is still read,
 * and an error that nobody listens to ends no program. `pipeline` and the callbacks of `write` are
 * told.
 *
 * @param failure - turns what breaks into the error for the caller
 */
export function createStdin(connection: Duplex, failure: (error: unknown) => unknown): Stdin {
  let refused = false;
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      connection.write(chunk, (error) => done(error ? (failure(error) as Error) : null));
    },
    final: (done) => {
      connection.end(done);
    },
    // Given up before its end, as by a source that fails: nobody would ever end the connection.
    destroy(error, done) {
      if (!refused && !this.writableFinished) connection.destroy(error ?? undefined);
      done(error);
    },
  });
  stream.on("error", () => {});
  keepReading(connection, (error) => {
    refused = true;
    stream.destroy(failure(error) as Error);
  });
  connection.once("error", (error) => stream.destroy(failure(error) as Error));
  connection.once("close", () => stream.destroy());
  // The end of the output is the end of it all, but engines leave the connection open for minutes
  // when the process has not read all of its input.
  connection.once("end", () => connection.destroy());
  return { stream, isEnd: (error) => refused && isClosed(error) };
}

type Done = (error?: Error | null) => void;

/**
 * Node gives a connection up, with all that has come and was not read yet, when a write to it fails.
 * Here that only means that nobody reads stdin any more.
 */
function keepReading(connection: Duplex, onRefused: (error: Error) => void): void {
  const quiet =
    (done: Done): Done =>
    (error) => {
      if (!error || !isClosed(error)) return done(error);
      onRefused(error);
      done();
    };
  const { _write: write, _writev: writev } = connection;
  connection._write = (chunk, encoding, done) =>
    write.call(connection, chunk, encoding, quiet(done));
  if (!writev) return;
  connection._writev = (chunks, done) => writev.call(connection, chunks, quiet(done));
}

function isClosed(error: unknown): boolean {
  return /^(EPIPE|ECONNRESET)$/.test((error as NodeJS.ErrnoException | undefined)?.code ?? "");
}
