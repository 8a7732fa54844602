import type { ComparisonScenario, Setting } from "../setting.js";
import { framesIn, running } from "./container-steps.js";
import { container } from "./image-steps.js";

/** Runs a command in a container to its end, and shows all about it. */
async function run(setting: Setting, id: string, body: object): Promise<void> {
  const { quietly, note } = setting;
  const json = { AttachStdout: true, AttachStderr: true, ...body };
  const made = await quietly("POST", `/containers/${id}/exec`, { json });
  note(JSON.stringify(body), [made.status, made.json]);
  if (made.status !== 201) return;
  const started = await quietly("POST", `/exec/${made.json.Id}/start`, { json: {} });
  note("output", [started.status, started.json ?? framesIn(started.bytes)]);
  const told = await settled(setting, made.json.Id);
  note("inspect", { ...told, Pid: Number(told.Pid) > 0 });
}

/** An exec whose command has ended. */
async function settled({ quietly }: Setting, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    const { json } = await quietly("GET", `/exec/${id}/json`);
    if (!json.Running) return json;
  }
}

/** Commands besides a container's own. */
export const ofExec: readonly ComparisonScenario[] = [
  {
    title: "commands run in a container and end with their codes",
    async run(setting) {
      const id = await running(setting);
      await run(setting, id, { Cmd: ["sh", "-c", "echo out"] });
      await run(setting, id, { Cmd: ["sh", "-c", "echo err >&2; exit 3"] });
      await run(setting, id, { Cmd: ["true"], AttachStdout: false, AttachStderr: false });
      await run(setting, id, {
        Cmd: ["sh", "-c", "echo $A; pwd"],
        Env: ["A=b"],
        WorkingDir: "/tmp",
      });
      await run(setting, id, { Cmd: ["false"], User: "1", Privileged: true });
    },
  },
  {
    title: "commands that are not there do not run in a container",
    async run(setting) {
      const id = await running(setting);
      for (const command of ["nope", "/nope", "/etc/passwd"]) {
        await run(setting, id, { Cmd: [command] });
      }
    },
  },
  {
    title: "an exec needs a command and a container that runs",
    async run(setting) {
      const { call, quietly } = setting;
      const id = await container(setting);
      const path = `/containers/${id}/exec`;
      const json = { Cmd: ["true"] };
      await call("POST", path, { json });
      await call("POST", path, { json: {} });
      await call("POST", path, { json: { Cmd: [] } });
      await call("POST", path, { json: { Cmd: [1] } });
      await quietly("POST", `/containers/${id}/start`);
      await call("POST", path, { json: { ...json, DetachKeys: "nope" } });
      const { json: made } = await quietly("POST", path, { json });
      await quietly("POST", `/containers/${id}/pause`);
      await call("POST", path, { json });
      await call("POST", `/exec/${made.Id}/start`, { json: {} });
      await quietly("POST", `/containers/${id}/kill`);
      await call("POST", path, { json });
      await call("POST", `/exec/${made.Id}/start`, { json: {} });
    },
  },
  {
    title: "an exec that is not there is not found",
    async run({ call }) {
      await call("GET", "/exec/nope/json");
      await call("POST", "/exec/nope/start", { json: {} });
      await call("POST", "/exec/nope/start", { json: { Detach: true } });
      await call("POST", "/exec/nope/resize?h=1&w=1");
      await call("POST", "/exec/nope/resize?h=x&w=1");
    },
  },
  {
    title: "an exec runs once, and its terminal lasts as long",
    async run(setting) {
      const { call, quietly, note } = setting;
      const id = await running(setting);
      const Cmd = ["sleep", "600"];
      const { json } = await quietly("POST", `/containers/${id}/exec`, {
        json: { Cmd, Tty: true },
      });
      const path = `/exec/${json.Id}`;
      note("made", { ...(await quietly("GET", `${path}/json`)).json, Pid: 0 });
      await call("POST", `${path}/start`, { json: { Detach: true, Tty: true } });
      await call("POST", `${path}/start`, { json: { Detach: true } });
      await call("POST", `${path}/resize?h=10&w=20`);
      await call("POST", `${path}/resize?h=x&w=20`);
      await call("POST", `${path}/resize?h=10&w=`);
      note("runs", (await quietly("GET", `${path}/json`)).json.Running);
      const told = await quietly("GET", `/containers/${id}/json`);
      note("execs", told.json.ExecIDs);
    },
  },
];
