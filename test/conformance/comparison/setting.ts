/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: what an engine of any age answers has no one type
  readonly json: any;
}

export interface Asking {
  readonly json?: unknown;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a scenario asks an engine with, and where it notes what has to be the same for both. */
export interface Setting {
  /** Unique: for what the scenario makes. */
  readonly name: string;
  /** An image with busybox's commands. */
  readonly image: string;
  /** The newest API version of the engine: 51 for `1.51`. */
  readonly minor: number;
  /** A registry that wants these credentials. */
  readonly registry: {
    readonly address: string;
    readonly auth: Readonly<Record<string, string>>;
  };
  /** Asks, and notes the status and the body. */
  call(method: string, path: string, asking?: Asking): Promise<Answer>;
  /** Asks without a note. */
  quietly(method: string, path: string, asking?: Asking): Promise<Answer>;
  note(label: string, value: unknown): void;
  /** What is to be done at the end, the last thing first, also after a failure. */
  later(undo: () => Promise<unknown>): void;
}

/** Something that is asked of a real engine and of the mock daemon, with the same outcome. */
export interface ComparisonScenario {
  readonly title: string;
  run(setting: Setting): Promise<void>;
}
