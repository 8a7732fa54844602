import type { Setting } from "../setting.js";
import { container } from "./image-steps.js";

/** Makes a container and starts it. */
export async function running(setting: Setting, settings: object = {}): Promise<string> {
  const id = await container(setting, settings);
  await setting.quietly("POST", `/containers/${id}/start`);
  return id;
}

/** Lets a container run to its end. */
export async function ended(setting: Setting, settings: object = {}): Promise<string> {
  const id = await running(setting, settings);
  await setting.quietly("POST", `/containers/${id}/wait`);
  return id;
}

/** Makes one more container: its name is the scenario's with this behind it. */
export async function another(
  setting: Setting,
  suffix: string,
  settings: object = {},
): Promise<string> {
  return container({ ...setting, name: `${setting.name}${suffix}` }, settings);
}

export const shell = (script: string): { readonly Cmd: readonly string[] } => ({
  Cmd: ["sh", "-c", script],
});

/** The state, without the number of the process. */
export async function showState({ quietly, note }: Setting, id: string): Promise<void> {
  const { json } = await quietly("GET", `/containers/${id}/json`);
  const { Pid, ...state } = json.State;
  note("state", { ...state, Pid: Pid > 0, restarts: json.RestartCount, name: json.Name });
}

/** Everything of a container that does not depend on the host. */
export async function showAll({ quietly, note }: Setting, id: string): Promise<void> {
  const { status, json } = await quietly("GET", `/containers/${id}/json`);
  const {
    ResolvConfPath,
    HostnamePath,
    HostsPath,
    LogPath,
    GraphDriver,
    Storage,
    Driver,
    ImageManifestDescriptor,
    AppArmorProfile,
    State: { Pid, ...state },
    HostConfig: { CgroupnsMode, ...host },
    NetworkSettings: { SandboxKey, SandboxID, Networks, ...network },
    ...rest
  } = json;
  const filled = (each: object): unknown =>
    Object.fromEntries(
      Object.entries(each).map(([name, value]) => [
        name,
        /^(IPAddress|Gateway|MacAddress|EndpointID|NetworkID)$/.test(name) ? value !== "" : value,
      ]),
    );
  note("inspect", [status, rest]);
  note("state", { ...state, Pid: Pid > 0 });
  note("host", host);
  const networks = Object.entries<object>(Networks).map(([name, each]) => [name, filled(each)]);
  note("network", [filled(network), SandboxID !== "", networks]);
  const own = [ResolvConfPath, HostnamePath, HostsPath, LogPath].map((path) => path !== "");
  note("paths", own);
}

/** The frames of a stream: `1 text`; output of one kind that comes in a row is put together. */
export function framesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at + 4);
    const text = bytes.toString("utf8", at + 8, at + 8 + size);
    const kind = String(bytes[at]);
    const last = found.at(-1);
    if (last?.startsWith(`${kind} `)) found[found.length - 1] = last + text;
    else found.push(`${kind} ${text}`);
    at += 8 + size;
  }
  return found;
}
