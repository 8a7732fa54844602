import type { ComparisonScenario } from "../setting.js";
import { ended, framesIn, running, shell } from "./container-steps.js";
import { container } from "./image-steps.js";

/** Clients that join a container, and what is seen of its processes. */
export const ofAttach: readonly ComparisonScenario[] = [
  {
    title: "who attaches to a container that has ended gets what it wrote",
    async run(setting) {
      const { quietly, note } = setting;
      const id = await ended(setting, shell("echo one; echo two"));
      for (const asked of ["logs=1&stdout=1", "logs=1&stderr=1", "stdout=1", "logs=1", ""]) {
        const { status, bytes } = await quietly("POST", `/containers/${id}/attach?${asked}`);
        note(asked, [status, framesIn(bytes)]);
      }
    },
  },
  {
    title: "who attaches with keys that are none is refused",
    async run(setting) {
      const { call } = setting;
      const id = await container(setting);
      await call("POST", `/containers/${id}/attach?detachKeys=nope&stream=1&stdout=1`);
      await call("POST", "/containers/nope/attach?stream=1&stdout=1");
    },
  },
  {
    title: "processes are told of a container that runs",
    async run(setting) {
      const { quietly, note, call } = setting;
      const id = await container(setting);
      await call("GET", `/containers/${id}/top`);
      await quietly("POST", `/containers/${id}/start`);
      const { json } = await quietly("GET", `/containers/${id}/top`);
      const rows = json.Processes.map((row: readonly string[]) => [row.length, row.at(-1)]);
      note("processes", [json.Titles, rows]);
      const { json: some } = await quietly("GET", `/containers/${id}/top?ps_args=-o%20pid,args`);
      note("some", [some.Titles, some.Processes.map((row: readonly string[]) => row[1])]);
      await call("GET", `/containers/${id}/top?ps_args=-o%20args`);
    },
  },
  {
    title: "a terminal is resized while its container runs",
    async run(setting) {
      const { call, quietly } = setting;
      const id = await container(setting, { Tty: true });
      await call("POST", `/containers/${id}/resize?h=10&w=20`);
      await quietly("POST", `/containers/${id}/start`);
      for (const asked of ["h=10&w=20", "h=x&w=20", "h=10", "", "h=-1&w=2"]) {
        await call("POST", `/containers/${id}/resize?${asked}`);
      }
    },
  },
  {
    title: "statistics have a shape, also of a container that does not run",
    async run(setting) {
      const { quietly, note } = setting;
      const id = await container(setting);
      const show = async (asked: string): Promise<void> => {
        const { status, json } = await quietly("GET", `/containers/${id}/stats?${asked}`);
        note(asked, [
          status,
          Object.keys(json).sort(),
          json.name,
          Object.keys(json.networks ?? {}),
        ]);
      };
      await show("stream=0");
      await show("stream=0&one-shot=1");
      await quietly("POST", `/containers/${id}/start`);
      await show("stream=0&one-shot=1");
      await quietly("POST", `/containers/${id}/kill`);
      await show("stream=0&one-shot=1");
    },
  },
  {
    title: "what a container's command changed is told",
    async run(setting) {
      const { call } = setting;
      const id = await ended(setting, shell("echo a > /new; rm /etc/passwd"));
      await call("GET", `/containers/${id}/changes`);
      await running({ ...setting, name: `${setting.name}b` }).then((other) =>
        call("GET", `/containers/${other}/changes`),
      );
    },
  },
];
