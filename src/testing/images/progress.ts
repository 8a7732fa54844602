import { write } from "../containers/logs.js";
import type { Call } from "../http/call.js";
import { nextTurn } from "../real-timers.js";

/** One message of a pull, a push, a load or a build. */
export interface ProgressMessage {
  readonly status?: string;
  /** What a load or a build says. */
  readonly stream?: string;
  readonly id?: string;
  readonly progress?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
  readonly error?: string;
  readonly errorDetail?: { readonly code?: number; readonly message: string };
  readonly aux?: unknown;
}

/** Sends messages one by one, each on a line that ends with CR LF. */
export async function sendProgress(
  { response, signal }: Call,
  messages: Iterable<ProgressMessage>,
): Promise<undefined> {
  response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
  for (const message of messages) {
    await write(response, `${JSON.stringify(message)}\r\n`, signal);
    // A turn for each, so that they arrive as a stream and an abort can come between them.
    await nextTurn();
    if (signal.aborted) return undefined;
  }
  response.end();
  return undefined;
}

/** `[=====>     ]  1.2MB/7.8MB`, as the engine draws it. */
export function progressBar(current: number, total: number): string {
  const done = Math.min(50, Math.floor((current / total) * 50));
  const bar = done >= 50 ? `${"=".repeat(50)}>` : `${"=".repeat(done)}>${" ".repeat(50 - done)}`;
  return `[${bar}]  ${humanSize(current)}/${humanSize(total)}`;
}

/** Four digits and a decimal unit. */
function humanSize(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < 5) {
    value /= 1000;
    unit += 1;
  }
  return `${Number(value.toPrecision(4))}${["B", "kB", "MB", "GB", "TB", "PB"][unit]}`;
}
