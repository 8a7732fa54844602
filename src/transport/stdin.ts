import { type Duplex, Writable } from "node:stream";

/**
 * The writing side of a connection. Its end is a half-close: the engine's output goes on. A process
 * that ends without reading all of its input is nothing wrong, so an error that nobody listens to
 * ends no program; `pipeline` and the callbacks of `write` are told.
 *
 * @param failure - turns what breaks into the error for the caller
 */
export function createStdin(connection: Duplex, failure: (error: unknown) => unknown): Writable {
  const told = (error: Error | null | undefined): Error | null =>
    error ? (failure(error) as Error) : null;
  const stdin = new Writable({
    write: (chunk, _encoding, done) => {
      connection.write(chunk, (error) => done(told(error)));
    },
    final: (done) => {
      connection.end(done);
    },
  });
  stdin.on("error", () => {});
  connection.once("error", (error) => stdin.destroy(told(error) ?? undefined));
  connection.once("close", () => stdin.destroy());
  // The end of the output is the end of it all, but engines leave the connection open for minutes
  // when the process has not read all of its input.
  connection.once("end", () => connection.destroy());
  return stdin;
}
