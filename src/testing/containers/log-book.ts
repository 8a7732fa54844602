/** One line of output, with its line end where it had one. */
export interface LogEntry {
  readonly stream: "stdout" | "stderr";
  readonly time: bigint;
  readonly line: Buffer;
}

export interface LogSelection {
  readonly stdout: boolean;
  readonly stderr: boolean;
  /** Nanoseconds since 1970. */
  readonly since: bigint | undefined;
  readonly until: bigint | undefined;
  /** The last so many lines of either stream; all of them when undefined. */
  readonly tail: number | undefined;
  readonly follow: boolean;
}

/** What a container wrote, cut into lines as the engine's json-file driver does. */
export class LogBook {
  readonly #entries: LogEntry[] = [];
  readonly #partial: Record<LogEntry["stream"], Buffer[]> = { stdout: [], stderr: [] };
  readonly #now: () => bigint;
  #open = false;
  #wake: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(now: () => bigint) {
    this.#now = now;
  }

  /** The process starts: followers stay until {@link close}. */
  open(): void {
    this.#open = true;
  }

  /** Is told whenever something is written. Answers how to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  write(stream: LogEntry["stream"], chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      this.#add(stream, rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#partial[stream].push(Buffer.from(rest));
    for (const tell of this.#listeners) tell();
  }

  /** The process ended: what it left without a line end is a line too. */
  close(): void {
    for (const stream of ["stderr", "stdout"] as const) {
      if (this.#partial[stream].length > 0) this.#add(stream, Buffer.alloc(0));
    }
    this.#open = false;
    this.#notify();
  }

  /** The lines that are complete by now. */
  get written(): readonly LogEntry[] {
    return this.#entries;
  }

  /** What was written since the last line end. */
  unfinished(stream: LogEntry["stream"]): readonly Buffer[] {
    return this.#partial[stream];
  }

  async *read(selection: LogSelection, signal: AbortSignal): AsyncGenerator<LogEntry> {
    const { tail, follow, until } = selection;
    let next = tail === undefined ? 0 : Math.max(0, this.#entries.length - tail);
    while (!signal.aborted) {
      const entry = this.#entries[next];
      if (entry !== undefined) {
        next += 1;
        if (until !== undefined && entry.time > until) return;
        if (isSelected(entry, selection)) yield entry;
      } else if (follow && this.#open) {
        await this.#change(signal);
      } else {
        return;
      }
    }
  }

  #add(stream: LogEntry["stream"], end: Buffer): void {
    const line = Buffer.concat([...this.#partial[stream].splice(0), end]);
    this.#entries.push({ stream, time: this.#now(), line });
    this.#notify();
  }

  #notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener("abort", wake);
        resolve();
      };
      signal.addEventListener("abort", wake, { once: true });
      this.#wake.push(wake);
    });
  }
}

function isSelected({ stream, time }: LogEntry, selection: LogSelection): boolean {
  return selection[stream] && (selection.since === undefined || time >= selection.since);
}
