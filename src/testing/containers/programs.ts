import { contentCommands } from "../commands/content-commands.js";
import { fileCommands } from "../commands/file-commands.js";
import { filterCommands } from "../commands/filter-commands.js";
import { finderCommands } from "../commands/finder-commands.js";
import { outputCommands } from "../commands/output-commands.js";
import { systemCommands } from "../commands/system-commands.js";
import { BrokenPipe } from "../shell/output.js";
import { shell } from "../shell/shell.js";
import type { Program } from "./process.js";
import { protectInit } from "./signals.js";

/** The commands that work in every image for which no program is registered. */
const builtIns: ReadonlyMap<string, Program> = new Map<string, Program>(
  [
    ...outputCommands,
    ...fileCommands,
    ...filterCommands,
    ...contentCommands,
    ...systemCommands,
  ].map(([name, program]) => [name, asProcess(program)]),
);

type Find = (command: string) => Program | undefined;

/**
 * The program for a command such as `echo` or `/bin/echo`.
 *
 * @param own - the commands that an image has of its own: they come first, in scripts too
 */
export function findProgram(command: string, own: Find = () => undefined): Program | undefined {
  const find: Find = (name) => {
    const bare = name.replace(/^(\/usr)?\/bin\//, "");
    if (bare === "sh" || bare === "ash") return own(name) ?? ((context) => shell(context, find));
    const finder = finderCommands.get(bare);
    return (
      own(name) ?? (finder ? asProcess((context) => finder(context, find)) : builtIns.get(bare))
    );
  };
  return find(command);
}

/** As process 1 it takes no notice of signals; what it writes to nobody ends it. */
function asProcess(program: Program): Program {
  return async (context) => {
    protectInit(context);
    try {
      return await program(context);
    } catch (error) {
      if (error instanceof BrokenPipe && !context.signal.aborted) return 141;
      throw error;
    }
  };
}
