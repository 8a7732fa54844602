import { PassThrough, Readable, Writable } from "node:stream";
import { Killed, signalNumber } from "../containers/signals.js";
import { nextTurn } from "../real-timers.js";
import { expandWord, expandWords, piecesOf } from "./expand.js";
import { BrokenPipe } from "./output.js";
import { parseScript } from "./parser.js";
import { matches } from "./patterns.js";
import { redirect } from "./redirect.js";
import { runSimple } from "./simple-command.js";
import { type Io, Leave, ShellError, type ShellState } from "./state.js";
import type { Command } from "./syntax.js";

/** How a command stands in its script. */
export interface Place {
  /** Whether nothing comes after it: it may take the shell's place. */
  readonly last: boolean;
  /** Whether something looks at its exit code: then `set -e` does not. */
  readonly tested: boolean;
}

export type Evaluate = typeof evaluate;

/** Runs a command; answers its exit code, which is `$?` then. */
export async function evaluate(
  state: ShellState,
  command: Command,
  io: Io,
  place: Place,
): Promise<number> {
  await takeTurn(state, io);
  state.code = await run(state, command, io, place);
  await heed(state, io);
  const simple = ["simple", "pipeline", "subshell", "redirected"].includes(command.kind);
  const negated = command.kind === "pipeline" && command.negated;
  if (state.code !== 0 && state.options.has("e") && simple && !negated && !place.tested) {
    throw new Leave("exit", state.code);
  }
  return state.code;
}

/** Between two commands: signals are looked at, a pause is kept, and others have their turn. */
async function takeTurn(state: ShellState, io: Io): Promise<void> {
  await state.processes.thawed();
  state.busy += 1;
  if (state.busy >= 50) {
    state.busy = 0;
    await nextTurn();
  }
  await heed(state, io);
}

async function heed(state: ShellState, io: Io): Promise<void> {
  if (state.signal.aborted) throw state.signal.reason;
  for (let signal = state.pending.shift(); signal; signal = state.pending.shift()) {
    await runTrap(state, signal, io);
  }
}

/** Does what the script wants at a signal, or at its end. */
export async function runTrap(state: ShellState, name: string, io: Io): Promise<void> {
  const action = state.traps.get(name);
  if (!action) return;
  const { code } = state;
  await evaluate(state, parseScript(action), io, { last: false, tested: true });
  state.code = code;
}

async function run(state: ShellState, command: Command, io: Io, place: Place): Promise<number> {
  const capture = (body: Command): Promise<string> => captureOutput(state, body, io);
  const inner: Place = { last: false, tested: place.tested };
  const condition: Place = { last: false, tested: true };
  switch (command.kind) {
    case "simple":
      return runSimple(state, command, io, { place, capture, evaluate });
    case "list": {
      let code = 0;
      for (const [index, each] of command.commands.entries()) {
        const last = place.last && index === command.commands.length - 1;
        code = await evaluate(state, each, io, { ...inner, last });
      }
      return code;
    }
    case "and-or": {
      const code = await evaluate(state, command.left, io, condition);
      if ((code === 0) !== (command.operator === "&&")) return code;
      return evaluate(state, command.right, io, place);
    }
    case "pipeline": {
      const code = await runPipeline(state, command.commands, io, place.tested || command.negated);
      return command.negated ? Number(code === 0) : code;
    }
    case "background":
      return startJob(state, command.command, io);
    case "if":
      for (const { condition: wanted, body } of command.clauses) {
        if ((await evaluate(state, wanted, io, condition)) === 0) {
          return evaluate(state, body, io, place);
        }
      }
      return command.otherwise ? evaluate(state, command.otherwise, io, place) : 0;
    case "loop": {
      let code = 0;
      await loop(async () => {
        const wanted = await evaluate(state, command.condition, io, condition);
        if ((wanted === 0) === command.until) return false;
        code = await evaluate(state, command.body, io, inner);
        return true;
      });
      return code;
    }
    case "for": {
      const given = command.words && (await expandWords(state, command.words, capture));
      const values = [...(given ?? state.positional)];
      let code = 0;
      await loop(async () => {
        const value = values.shift();
        if (value === undefined) return false;
        state.set(command.name, value);
        code = await evaluate(state, command.body, io, inner);
        return true;
      });
      return code;
    }
    case "case": {
      const subject = await expandWord(state, command.word, capture);
      for (const { patterns, body } of command.arms) {
        for (const pattern of patterns) {
          if (!matches(await piecesOf(state, pattern, capture), subject)) continue;
          return evaluate(state, body, io, place);
        }
      }
      return 0;
    }
    case "group":
      return evaluate(state, command.body, io, place);
    case "subshell":
      return runApart(state.fork(), command.body, io, inner.tested);
    case "function":
      state.functions.set(command.name, command.body);
      return 0;
    case "redirected": {
      let redirected: Io;
      try {
        redirected = await redirect(state, io, command.redirections, capture);
      } catch (error) {
        if (!(error instanceof ShellError)) throw error;
        io.stderr.write(`sh: ${error.message}\n`);
        return error.code;
      }
      return evaluate(state, command.command, redirected, inner);
    }
  }
}

/** Repeats while the turn wants it, and knows `break` and `continue`. */
async function loop(turn: () => Promise<boolean>): Promise<void> {
  for (;;) {
    try {
      if (!(await turn())) return;
    } catch (error) {
      if (!(error instanceof Leave) || error.how === "exit" || error.how === "return") throw error;
      if (error.value > 1) throw new Leave(error.how, error.value - 1);
      if (error.how === "break") return;
    }
  }
}

/** A subshell: what ends it ends nothing else. */
async function runApart(
  state: ShellState,
  body: Command,
  io: Io,
  tested: boolean,
): Promise<number> {
  try {
    const code = await evaluate(state, body, io, { last: false, tested });
    await runTrap(state, "EXIT", io);
    return code;
  } catch (error) {
    if (error instanceof BrokenPipe) return 141;
    if (error instanceof ShellError) {
      io.stderr.write(`sh: ${error.message}\n`);
      return error.code;
    }
    if (!(error instanceof Leave)) throw error;
    state.code = error.how === "exit" || error.how === "return" ? error.value : 0;
    await runTrap(state, "EXIT", io);
    return state.code;
  }
}

async function runPipeline(
  state: ShellState,
  commands: readonly Command[],
  io: Io,
  tested: boolean,
): Promise<number> {
  const [only] = commands;
  if (commands.length === 1 && only !== undefined) {
    return evaluate(state, only, io, { last: false, tested });
  }
  let stdin: Readable = io.stdin;
  const codes: Promise<number>[] = [];
  for (const [index, command] of commands.entries()) {
    const pipe = index < commands.length - 1 ? new PassThrough() : undefined;
    pipe?.on("error", () => {});
    const own: Io = { ...io, stdin, ...(pipe && { stdout: pipe }) };
    const code = runApart(state.fork(), command, own, tested).finally(() => {
      pipe?.end();
      if (own.stdin !== io.stdin) own.stdin.destroy();
    });
    codes.push(code);
    stdin = pipe ?? stdin;
  }
  const all = await Promise.all(codes);
  return all.at(-1) ?? 0;
}

async function captureOutput(state: ShellState, body: Command, io: Io): Promise<string> {
  const chunks: Buffer[] = [];
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  state.captured = await runApart(state.fork(), body, { ...io, stdout }, true);
  return Buffer.concat(chunks).toString("utf8");
}

/** Runs a command behind the script, as a process with a number of its own. */
function startJob(state: ShellState, command: Command, io: Io): number {
  const controller = new AbortController();
  const job = state.fork(controller.signal);
  const pid = state.processes.add({
    argv: ["sh"],
    user: state.context.user,
    parent: state.context.pid,
    deliver(signal) {
      if (signal !== "SIGKILL" && job.traps.has(signal)) job.notice(signal);
      else controller.abort(new Killed(signal));
    },
  });
  const end = (): void => controller.abort(state.signal.reason);
  state.signal.addEventListener("abort", end, { once: true });
  const code = runApart(job, command, { ...io, stdin: Readable.from([]) }, false)
    .catch((error: unknown) => {
      if (error !== controller.signal.reason) throw error;
      return 128 + signalNumber((error as Killed).signal);
    })
    .finally(() => {
      state.processes.delete(pid);
      state.signal.removeEventListener("abort", end);
    });
  code.catch(() => {});
  state.jobs.set(pid, code);
  state.lastJob = pid;
  return 0;
}
