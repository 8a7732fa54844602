import type { Container } from "./container.js";

/** What a command that runs in a container has besides the container's own variables. */
interface Additions {
  readonly tty: boolean;
  readonly user: string;
  readonly env: readonly string[];
}

/** The variables of a container's process, or of another command in it. */
export function environmentOf({ config }: Container, added?: Additions): Record<string, string> {
  const user = added?.user || config.User;
  const variables: Record<string, string> = {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOSTNAME: config.Hostname ?? "",
    HOME: user && user !== "root" ? "/" : "/root",
  };
  if (added?.tty ?? config.Tty) variables.TERM = "xterm";
  for (const entry of config.Env ?? []) {
    const [name = "", ...value] = (entry ?? "").split("=");
    variables[name] = value.join("=");
  }
  for (const entry of added?.env ?? []) {
    const [name = "", ...value] = entry.split("=");
    // A name alone takes the variable away.
    if (value.length === 0) delete variables[name];
    else variables[name] = value.join("=");
  }
  return variables;
}
