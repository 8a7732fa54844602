import { readdir, readFile } from "node:fs/promises";

/** A process, by what Linux tells of it. */
export interface Process {
  pid: number;
  /** Its words. */
  argv: string[];
}

/** The processes of this machine that have this text in one of their words. */
export async function processesWith(text: string): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(
    pids.map(async (pid) => {
      // Whatever ends meanwhile has no words any more.
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return { pid, argv: words.split("\0") };
    }),
  );
  return all.filter(({ pid, argv }) => pid !== process.pid && argv.join(" ").includes(text));
}
