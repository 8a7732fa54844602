/** A field of a protobuf message: its number, and its bytes or its number. */
type Field = [number: number, value: Uint8Array | number];

/** What BuildKit calls the messages that its trace comes in. */
export const TRACE = "moby.buildkit.trace";

/**
 * Puts BuildKit's trace into words. Without a session it comes as protobuf (buildkit's
 * `StatusResponse`), of which the steps, their output and their errors are read: `#5 [2/3] RUN make`,
 * then what the step writes, then `#5 DONE`.
 */
export class BuildTrace {
  readonly #steps = new Map<string, { number: number; state: string }>();

  /**
   * The words for one message.
   *
   * @param aux - the message's `aux`, base64
   */
  describe(aux: string): string {
    let text = "";
    for (const [number, value] of fields(Buffer.from(aux, "base64"))) {
      if (typeof value === "number") continue;
      if (number === VERTEX) text += this.#step(value);
      if (number === LOG) text += this.#output(value);
    }
    return text;
  }

  /** The same step comes again whenever something about it has changed. */
  #step(bytes: Uint8Array): string {
    const found = new Map(fields(bytes));
    const step = this.#find(textOf(found.get(1)));
    const error = textOf(found.get(7));
    const [started, completed, cached] = [found.has(5), found.has(6), found.get(4) === 1];
    const state = error
      ? "ERROR"
      : cached
        ? "CACHED"
        : completed
          ? "DONE"
          : started
            ? "started"
            : "";
    if (!state || step.state === state || /[A-Z]/.test(step.state)) return "";
    const first = step.state === "" ? `#${step.number} ${textOf(found.get(3))}\n` : "";
    step.state = state;
    if (state === "started") return first;
    return `${first}#${step.number} ${state}${error && `: ${error}`}\n`;
  }

  #output(bytes: Uint8Array): string {
    const found = new Map(fields(bytes));
    const { number } = this.#find(textOf(found.get(1)));
    return textOf(found.get(4)).replace(/^(?=.)/gm, `#${number} `);
  }

  #find(digest: string): { number: number; state: string } {
    const step = this.#steps.get(digest) ?? { number: this.#steps.size + 1, state: "" };
    this.#steps.set(digest, step);
    return step;
  }
}

const VERTEX = 1;
const LOG = 3;

function textOf(value: Field[1] | undefined): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString() : "";
}

/** The fields of a message, one by one; what is cut off is left out: it is only words for people. */
function* fields(bytes: Uint8Array): Generator<Field, void, undefined> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; at < bytes.length; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    switch (key & 7) {
      case 0:
        yield [number, varint()];
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        yield [number, bytes.subarray(at, at + length)];
        at += length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        return;
    }
  }
}
