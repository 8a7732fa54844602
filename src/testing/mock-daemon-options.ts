import type { ClockSource } from "./clock.js";
import type { ImageOptions } from "./images/image.js";

export interface MockDaemonOptions {
  /**
   * The images the daemon has from the start. They can be pulled again, too.
   *
   * @example
   * ```ts
   * new MockDaemon({ images: ["alpine:3.20", { reference: "app:1", config: { Cmd: ["serve"] } }] });
   * ```
   */
  images?: readonly (string | ImageOptions)[];
  /**
   * The images that can be pulled, besides those the daemon has.
   *
   * @example
   * ```ts
   * new MockDaemon({ registry: ["alpine:3.20", "reg.example:5000/app:1"] });
   * ```
   */
  registry?: readonly (string | ImageOptions)[];
  /**
   * The newest API version it speaks, from `1.41` to `1.56`; `1.51` unless given. It behaves as the
   * engine that has this version: what came later it does not know.
   *
   * @example
   * ```ts
   * new MockDaemon({ apiVersion: "1.41" }); // Docker 20.10
   * ```
   */
  apiVersion?: string;
  /** The engine it says it is; one that has the API version unless given: `28.5.2` for `1.51`. */
  engineVersion?: string;
  /** The host's name; `mock` unless given. */
  name?: string;
  /**
   * Makes ids, names and addresses the same in each run: the same calls get the same ones.
   *
   * @example
   * ```ts
   * new MockDaemon({ seed: "invoices", clock: new Date("2026-01-01T00:00:00Z") });
   * ```
   */
  seed?: string | number;
  /**
   * The time it tells: a `Date` at which it stands still, but for a microsecond each time that it looks,
   * or a function. Unless given it is that of the global `Date`, which fake timers replace. What it
   * waits for, it waits for with the global `setTimeout`.
   *
   * @example
   * ```ts
   * let now = Date.UTC(2026, 0, 1);
   * const daemon = new MockDaemon({ clock: () => now });
   * now += 60_000;
   * ```
   */
  clock?: ClockSource;
}
