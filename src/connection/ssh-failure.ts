import { ConnectionError, type DockerError, TimeoutError } from "../errors.js";

/**
 * Says why an ssh connection ended.
 *
 * @param reason - why the process did not start, its exit code, or the signal that ended it
 * @param words - what it said on its stderr
 */
export function sshFailure(
  host: string,
  reason: Error | number | string | null,
  words: string,
): DockerError {
  if (reason instanceof Error) {
    const { code } = reason as NodeJS.ErrnoException;
    const message =
      code === "ENOENT"
        ? "ssh is not installed here, or not on the PATH"
        : `ssh cannot be started (${code})`;
    return new ConnectionError(`${host}: ${message}`, host, { cause: reason });
  }
  const said = words
    .trim()
    .split(/\s*\n\s*/)
    .slice(-LAST_LINES)
    .join(" / ");
  const [, advice] = ADVICE.find(([pattern]) => pattern.test(words)) ?? [];
  const how = typeof reason === "number" ? `with exit code ${reason}` : `by ${reason}`;
  const message = `${host}: ${advice ?? `ssh ended ${how}`}${said ? ` (${said})` : ""}`;
  if (/timed out/i.test(words)) return new TimeoutError(message);
  return new ConnectionError(message, host);
}

/** The last lines say what happened; those before them may be a greeting. */
const LAST_LINES = 3;

/** What ssh, the shell over there and docker say, and what to do about it. */
const ADVICE: [RegExp, string][] = [
  [
    /Host key verification failed|HOST IDENTIFICATION HAS CHANGED/,
    "ssh does not know this host by its key; log in once with ssh to see it, or mend known_hosts",
  ],
  [
    /Permission denied|Too many authentication failures/,
    "ssh may not log in; does `ssh` to this host work without a password?",
  ],
  [/Could not resolve hostname/, "the name is not known; is it right?"],
  [/Connection refused/, "no ssh server listens there; is the address right?"],
  [/timed out/i, "no connection in time; is the address right? (timeout.connect)"],
  [/No route to host|Network is unreachable/, "there is no way to this host from here"],
  [
    /docker: (command )?not found|docker: No such file|command not found: docker/,
    "there is no docker command on the other side; the docker CLI must be on the PATH there",
  ],
  [
    /dial-stdio.*is not a docker command|unknown command/,
    "the docker command on the other side is too old; it must be 18.09 or newer",
  ],
  [
    /Cannot connect to the Docker daemon|connect to the docker API|dial unix|permission denied/,
    "the docker command on the other side cannot reach its engine",
  ],
  [
    /kex_exchange_identification|Connection (reset|closed) by/,
    "the ssh server closed the connection",
  ],
];
