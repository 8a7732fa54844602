import { parseSignal } from "../containers/signals.js";
import { BuildError } from "./build-error.js";
import type { Instruction } from "./dockerfile.js";
import { parseDuration } from "./instruction-checks.js";
import type { Stage } from "./stage.js";
import { expandWord, splitWords, type Variables } from "./words.js";

/** Go's `%q` of a list. */
const quoted = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(" ")}]`;

const nothing = (names: readonly string[]): Record<string, Record<string, never>> =>
  Object.fromEntries(names.map((name) => [name, {}]));

/** Does an instruction that changes settings only; answers what the history says of it. */
export function applySetting(stage: Stage, instruction: Instruction, variables: Variables): string {
  const { name, rest, list } = instruction;
  const { config } = stage;
  const words = (list ?? splitWords(rest)).map((word) => expandWord(word, variables));
  const command = list ?? (rest === "" ? [] : [...stage.shell, rest]);
  switch (name) {
    case "cmd":
      stage.config = { ...config, Cmd: command };
      stage.cmdSet = true;
      return ` CMD ${quoted(command)}`;
    case "entrypoint":
      // A command that was meant for another entrypoint is no use.
      stage.config = {
        ...config,
        Entrypoint: command,
        ...(stage.cmdSet ? {} : { Cmd: null }),
      };
      return ` ENTRYPOINT ${quoted(command)}`;
    case "env": {
      const pairs = readPairs(rest, variables);
      const names = pairs.map(([key]) => key);
      const replaced = (config.Env ?? []).map((entry) => {
        const [key = ""] = (entry ?? "").split("=");
        const index = names.lastIndexOf(key);
        return index < 0 ? entry : pairs[index]?.join("=");
      });
      const present = (config.Env ?? []).map((entry) => (entry ?? "").split("=")[0]);
      const added = pairs.filter(([key]) => !present.includes(key)).map((pair) => pair.join("="));
      stage.config = { ...config, Env: [...replaced.map((entry) => entry ?? ""), ...added] };
      return ` ENV ${pairs.map((pair) => pair.join("=")).join(" ")}`;
    }
    case "label": {
      const pairs = readPairs(rest, variables);
      stage.config = { ...config, Labels: { ...config.Labels, ...Object.fromEntries(pairs) } };
      return ` LABEL ${pairs.map((pair) => pair.join("=")).join(" ")}`;
    }
    case "user":
      stage.config = { ...config, User: words.join(" ") };
      return ` USER ${words.join(" ")}`;
    case "expose":
      stage.config = {
        ...config,
        ExposedPorts: { ...config.ExposedPorts, ...nothing(words.flatMap(portsOf)) },
      };
      return ` EXPOSE ${words.toSorted().join(" ")}`;
    case "volume":
      stage.config = { ...config, Volumes: { ...config.Volumes, ...nothing(words) } };
      return ` VOLUME [${words.join(" ")}]`;
    case "stopsignal":
      checkSignal(words[0] ?? "");
      stage.config = { ...config, StopSignal: words[0] ?? "" };
      return ` STOPSIGNAL ${words[0]}`;
    case "shell":
      stage.config = { ...config, Shell: list ?? [] };
      return ` SHELL [${(list ?? []).join(" ")}]`;
    case "maintainer":
      stage.author = rest;
      return ` MAINTAINER ${rest}`;
    case "onbuild":
      stage.config = { ...config, OnBuild: [...(config.OnBuild ?? []), rest] };
      return ` ONBUILD ${rest}`;
    case "healthcheck":
      return healthcheck(stage, instruction);
    default:
      throw new BuildError(`the mock daemon does not build with ${name.toUpperCase()}`);
  }
}

function readPairs(rest: string, variables: Variables): [string, string][] {
  const words = splitWords(rest);
  if (!words[0]?.includes("=")) {
    const [, key = "", value = ""] = /^(\S+)\s+([\s\S]*)$/.exec(rest) ?? [];
    return [[expandWord(key, variables), expandWord(value, variables)]];
  }
  return words.map((word) => {
    const [key = "", ...value] = word.split("=");
    return [expandWord(key, variables), expandWord(value.join("="), variables)];
  });
}

function portsOf(text: string): string[] {
  const [range = "", protocol = "tcp"] = text.split("/");
  if (!/^(tcp|udp|sctp)$/i.test(protocol)) throw new BuildError(`Invalid proto: ${protocol}`);
  const [, first = "", last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  if (first === "" || Number(last) > 65_535) {
    throw new BuildError(`Invalid containerPort: ${range}`);
  }
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `${Number(first) + index}/${protocol}`);
}

function checkSignal(signal: string): void {
  try {
    parseSignal(signal);
  } catch (error) {
    throw new BuildError((error as Error).message);
  }
}

function healthcheck(stage: Stage, { flags, rest }: Instruction): string {
  const [, type = "", tail = ""] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  if (type.toUpperCase() === "NONE") {
    stage.config = { ...stage.config, Healthcheck: { Test: ["NONE"] } };
    return ` HEALTHCHECK ${describeHealth(stage, ["NONE"], [], 0)}`;
  }
  let test: readonly string[] = ["CMD-SHELL", tail];
  try {
    if (tail.startsWith("[")) test = ["CMD", ...(JSON.parse(tail) as string[])];
  } catch {
    // What is no JSON is for the shell.
  }
  const time = (flag: string): number => parseDuration(flags.get(flag) ?? "") ?? 0;
  const times = {
    Interval: time("interval"),
    Timeout: time("timeout"),
    StartPeriod: time("start-period"),
    StartInterval: time("start-interval"),
  };
  const retries = Number(flags.get("retries") ?? 0);
  const set = Object.entries({ ...times, Retries: retries }).filter(([, value]) => value !== 0);
  stage.config = {
    ...stage.config,
    Healthcheck: { Test: [...test], ...Object.fromEntries(set) },
  };
  return ` HEALTHCHECK ${describeHealth(stage, test, Object.values(times), retries)}`;
}

/** As Go prints the settings: with everything in quotes, before API 1.46. */
function describeHealth(
  { engine }: Stage,
  test: readonly string[],
  given: readonly number[],
  retries: number,
): string {
  const count = engine.atLeast(44) ? 4 : 3;
  const times = Array.from({ length: count }, (_, index) => goDuration(given[index] ?? 0));
  if (engine.atLeast(46)) return `&{[${test.join(" ")}] ${times.join(" ")} ${retries}}`;
  const code = retries.toString(16).padStart(2, "0");
  return `&{${quoted(test)} ${times.map((time) => `"${time}"`).join(" ")} '\\x${code}'}`;
}

/** `1m30s`, as Go prints a duration. */
function goDuration(nanoseconds: number): string {
  const seconds = nanoseconds / 1e9;
  if (seconds === 0) return "0s";
  if (seconds < 1) return `${nanoseconds / 1e6}ms`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = `${Number((seconds % 60).toFixed(9))}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}
