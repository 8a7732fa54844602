import { badRequest, EngineError } from "../http/engine-error.js";
import { type Instruction, lineError, parseInstruction } from "./dockerfile.js";
import { splitWords } from "./words.js";

/** Refuses what can be seen to be wrong before anything is built. */
export function checkInstructions(instructions: readonly Instruction[]): void {
  for (const { name, line, rest } of instructions) {
    if (name === "env" || name === "label") checkPairs(name, rest, line);
  }
  for (const instruction of instructions) checkInstruction(instruction);
}

export function checkInstruction(instruction: Instruction): void {
  const { name, line, rest, list } = instruction;
  const upper = name.toUpperCase();
  const words = list ?? splitWords(rest);
  const refuse = (message: string): never => {
    throw lineError(line, message);
  };
  if (name === "from" && words.length !== 1 && !isNamed(words)) {
    refuse("FROM requires either one or three arguments");
  }
  if (["workdir", "user", "stopsignal", "maintainer"].includes(name) && rest === "") {
    refuse(`${upper} requires exactly one argument`);
  }
  if (name === "stopsignal" && words.length > 1) refuse(`${upper} requires exactly one argument`);
  if (["expose", "volume", "arg", "onbuild", "healthcheck"].includes(name) && rest === "") {
    refuse(`${upper} requires at least one argument`);
  }
  if (name === "copy" || name === "add") {
    if (words.length < 2) {
      refuse(
        `${upper} requires at least two arguments, but only one was provided. Destination could not be determined`,
      );
    }
  }
  if (/^(run|copy|add)$/.test(name) && /(?:^|\s)<<-?["']?\w/.test(rest)) {
    throw new EngineError(501, "the mock daemon does not read here-documents");
  }
  if (name === "shell" && list === undefined) {
    refuse("SHELL requires the arguments to be in JSON form");
  }
  if (name === "shell" && list?.length === 0) refuse("SHELL requires at least one argument");
  if (name === "volume" && words.includes("")) {
    refuse("VOLUME specified can not be an empty string");
  }
  const [, , stage = ""] = name === "from" ? words : [];
  if (stage !== "" && !/^[a-z][\w.-]*$/i.test(stage)) {
    refuse(
      `invalid name for build stage: ${JSON.stringify(stage)}, name can't start with a number or contain symbols`,
    );
  }
  if (name === "healthcheck") checkHealth(instruction);
  if (name === "onbuild") checkTrigger(instruction);
}

const isNamed = (words: readonly string[]): boolean =>
  words.length === 3 && words[1]?.toLowerCase() === "as";

function checkPairs(name: string, rest: string, line: number): void {
  const words = splitWords(rest);
  const [first = ""] = words;
  if (words.length === 0) {
    throw lineError(line, `${name.toUpperCase()} requires at least one argument`);
  }
  if (!first.includes("=")) {
    if (words.length < 2) {
      throw badRequest(`failed to parse Dockerfile: ${name.toUpperCase()} must have two arguments`);
    }
    return;
  }
  const wrong = words.find((word) => !word.includes("="));
  if (wrong === undefined) return;
  throw badRequest(
    `failed to parse Dockerfile: Syntax error - can't find = in ${JSON.stringify(wrong)}. Must be of the form: name=value`,
  );
}

const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/** Go's durations, in nanoseconds; undefined for what is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|ms|s|m|h))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|ms|s|m|h)/g)].reduce(
    (sum, [, amount, unit = "s"]) => sum + Number(amount) * (units[unit] ?? 1),
    0,
  );
}

function checkHealth({ flags, line, rest }: Instruction): void {
  const [type = "", ...words] = splitWords(rest);
  const kind = type.toUpperCase();
  if (kind === "NONE") {
    if (words.length > 0) throw lineError(line, "HEALTHCHECK NONE takes no arguments");
    return;
  }
  for (const [flag, value] of flags) checkHealthFlag(flag, value, line);
  if (kind !== "CMD") {
    throw lineError(line, `Unknown type ${JSON.stringify(kind)} in HEALTHCHECK (try CMD)`);
  }
  if (words.length === 0) throw lineError(line, "Missing command after HEALTHCHECK CMD");
}

function checkHealthFlag(flag: string, value: string, line: number): void {
  if (flag === "retries") {
    if (/^[+-]?\d+$/.test(value)) return;
    throw lineError(line, `strconv.ParseInt: parsing ${JSON.stringify(value)}: invalid syntax`);
  }
  const time = parseDuration(value);
  if (time === undefined) {
    throw lineError(line, `time: invalid duration ${JSON.stringify(value)}`);
  }
  if (time > 0 && time < 1e6) {
    throw lineError(line, `Interval ${JSON.stringify(flag)} cannot be less than 1ms`);
  }
}

function checkTrigger({ rest, line }: Instruction): void {
  const { name } = parseInstruction(rest, line);
  if (name === "onbuild") {
    throw lineError(line, "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  }
  if (name === "from" || name === "maintainer") {
    throw lineError(line, `${name.toUpperCase()} isn't allowed as an ONBUILD trigger`);
  }
}
