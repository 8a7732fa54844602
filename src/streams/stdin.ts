import { Writable } from "node:stream";
import { ConfigError } from "../errors.js";

/** How a process was created, as far as its input goes. */
export interface InputSettings {
  Tty?: boolean | undefined;
  /** Whether it has an input at all. */
  OpenStdin?: boolean | undefined;
  /** Whether its input ends with who attached first. */
  StdinOnce?: boolean | undefined;
}

const EOT = "\x04";
/** LF, CR and EOT. */
const LINE_ENDS: readonly number[] = [10, 13, 4];

/**
 * The writing side of a connection to a process, with an end that leaves the output open. A half-close
 * does so only for a process without a TTY whose input ends with it: for any other, the engine ends
 * the output as well. A terminal is sent what its user would type, and an input that stays open for
 * whoever attaches next is left alone.
 */
export function processInput(connection: Writable, settings: InputSettings): Writable {
  const { Tty, OpenStdin, StdinOnce } = settings;
  if (!OpenStdin) return noInput("is not there: it was created without OpenStdin");
  if (!Tty && StdinOnce) return connection;
  let lineEnded = true;
  const stdin = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lineEnded = LINE_ENDS.includes(chunk[chunk.length - 1] ?? 0);
      connection.write(chunk, done);
    },
    final(done) {
      if (!Tty) return done();
      // In the middle of a line, the first one only sends the line off.
      connection.write(lineEnded ? EOT : EOT + EOT, done);
    },
    destroy(error, done) {
      if (!this.writableFinished) connection.destroy(error ?? undefined);
      done(error);
    },
  });
  stdin.on("error", () => {});
  connection.once("error", (error) => stdin.destroy(error));
  connection.once("close", () => stdin.destroy());
  return stdin;
}

/** For a process that nothing can be written to: what is written would be lost in silence. */
export function noInput(why = "was not asked for; attach with stdin: true"): Writable {
  const stdin = new Writable({
    write(_chunk, _encoding, done) {
      done(new ConfigError("stdin", why));
    },
  });
  return stdin.on("error", () => {});
}
