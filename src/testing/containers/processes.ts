/** The processes of a container, to its programs. */
export interface ContainerProcesses {
  /** Sends a signal to one of them, as `kill` does. Answers false where there is no such process. */
  signal(pid: number, signal: string): boolean;
  /** Those that run, by their numbers. */
  list(): readonly RunningProcess[];
}

export interface RunningProcess {
  /** As the container counts: its own process is 1. */
  readonly pid: number;
  readonly user: string;
  readonly argv: readonly string[];
  /** What started it; undefined for the container's own process, and those of execs. */
  readonly parent?: number;
}

interface Entry extends RunningProcess {
  deliver(signal: string): void;
}

/** The processes of one run of a container. */
export class Processes implements ContainerProcesses {
  readonly #entries = new Map<number, Entry>();
  #last = 0;
  #frozen: Promise<void> | undefined;
  #thaw: () => void = () => {};

  /** Answers its number. */
  add(entry: Omit<Entry, "pid">): number {
    this.#last += 1;
    this.#entries.set(this.#last, { ...entry, pid: this.#last });
    return this.#last;
  }

  /** A process runs another command from here on. */
  rename(pid: number, argv: readonly string[]): void {
    const entry = this.#entries.get(pid);
    if (entry !== undefined) this.#entries.set(pid, { ...entry, argv });
  }

  /** Kills what is left when the container's own process has ended. */
  end(): void {
    this.thaw();
    for (const { deliver } of this.#entries.values()) deliver("SIGKILL");
  }

  delete(pid: number): void {
    this.#entries.delete(pid);
  }

  signal(pid: number, signal: string): boolean {
    const entry = this.#entries.get(pid);
    entry?.deliver(signal);
    return entry !== undefined;
  }

  list(): readonly RunningProcess[] {
    return [...this.#entries.values()].map(({ deliver: _, ...process }) => process);
  }

  /** Pauses those that ask, until {@link thaw}. */
  freeze(): void {
    this.#frozen ??= new Promise((resolve) => {
      this.#thaw = resolve;
    });
  }

  thaw(): void {
    this.#thaw();
    this.#frozen = undefined;
  }

  /** Resolves when the container is not paused; undefined if it is not. */
  thawed(): Promise<void> | undefined {
    return this.#frozen;
  }
}
