import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { createStdin, type Stdin } from "./stdin.js";

/** The answer to a request for the connection itself. */
export interface UpgradeAnswer extends Pick<Dispatcher.ResponseData, "statusCode" | "headers"> {
  /** What the engine says: from the connection when it was handed over, else why it was not. */
  body: Readable;
  /** The other direction, when the connection was handed over. */
  stdin: Stdin | undefined;
}

/**
 * Asks for the connection itself. undici's own `upgrade` sends no body and makes "bad upgrade" of
 * every refusal, so the handler is ours: what comes with the 101 is kept, and so are the status and
 * the words of an engine that refuses.
 *
 * @param protocol - what is to be spoken on it
 * @param signal - ends the request, and the connection after it was handed over
 * @param failure - turns what breaks stdin into the error for the caller
 */
export function dispatchUpgrade(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  protocol: string,
  signal: AbortSignal,
  failure: (error: unknown) => unknown,
): Promise<UpgradeAnswer> {
  return new Promise((resolve, reject) => {
    let refusal: Readable | undefined;
    let end: () => void = () => {};
    const onAbort = (): void => end();
    const release = (): void => signal.removeEventListener("abort", onAbort);
    signal.addEventListener("abort", onAbort, { once: true });
    dispatcher.dispatch(
      { ...options, upgrade: protocol },
      {
        onRequestStart(controller) {
          end = () => controller.abort(signal.reason);
          if (signal.aborted) end();
        },
        onRequestUpgrade(_controller, statusCode, headers, socket) {
          end = () => socket.destroy(signal.reason);
          socket.once("close", release);
          resolve({ statusCode, headers, body: socket, stdin: createStdin(socket, failure) });
        },
        onResponseStart(controller, statusCode, headers) {
          refusal = new Readable({
            read: () => controller.resume(),
            destroy(error, done) {
              release();
              if (!controller.aborted) controller.abort(error ?? new Error("no longer read"));
              done(error);
            },
          });
          resolve({ statusCode, headers, body: refusal, stdin: undefined });
        },
        onResponseData(controller, chunk) {
          if (refusal?.push(chunk) === false) controller.pause();
        },
        onResponseEnd() {
          refusal?.push(null);
        },
        onResponseError(_controller, error) {
          release();
          refusal?.destroy(error);
          reject(error);
        },
      },
    );
  });
}
