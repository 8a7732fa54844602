import type { ComparisonScenario, Setting } from "../setting.js";
import { ended, framesIn, shell } from "./container-steps.js";
import { container, query } from "./image-steps.js";

async function show(
  setting: Setting,
  id: string,
  asked: Readonly<Record<string, string>>,
): Promise<void> {
  const { quietly, note } = setting;
  const { status, headers, bytes, json } = await quietly(
    "GET",
    `/containers/${id}/logs?${query(asked)}`,
  );
  const text = json === undefined ? framesIn(bytes) : json;
  note(JSON.stringify(asked), [status, headers["content-type"], text]);
}

const both = { stdout: "1", stderr: "1" };

/** What containers wrote. */
export const ofLogs: readonly ComparisonScenario[] = [
  {
    title: "logs have the streams and the lines that are asked for",
    async run(setting) {
      const id = await ended(setting, shell("echo one; echo two; echo three; printf four"));
      await show(setting, id, both);
      await show(setting, id, { stdout: "1" });
      await show(setting, id, { stderr: "1" });
      await show(setting, id, {});
      await show(setting, id, { stdout: "0" });
      for (const tail of ["0", "1", "2", "10", "all", "-1", "x", ""]) {
        await show(setting, id, { ...both, tail });
      }
      await show(setting, id, { ...both, timestamps: "1" });
      await show(setting, id, { ...both, details: "1" });
      await show(setting, id, { ...both, details: "1", timestamps: "1", tail: "1" });
      await show(setting, id, { ...both, follow: "1" });
      await show(setting, id, { ...both, follow: "1", tail: "1" });
    },
  },
  {
    title: "logs have the times that are asked for",
    async run(setting) {
      const id = await ended(setting, shell("echo one"));
      for (const time of ["0", "1", "9999999999", "1.5", "x", "1.x", "-1", "2020-01-01"]) {
        await show(setting, id, { ...both, since: time });
        await show(setting, id, { ...both, until: time });
      }
    },
  },
  {
    title: "logs tell errors from output",
    async run(setting) {
      const id = await ended(setting, shell("echo out; echo err >&2"));
      await show(setting, id, { stdout: "1" });
      await show(setting, id, { stderr: "1", tail: "1" });
    },
  },
  {
    title: "logs of a terminal are not framed",
    async run(setting) {
      const { quietly, note } = setting;
      const id = await ended(setting, { ...shell("echo out; echo err >&2"), Tty: true });
      const { headers, text } = await quietly("GET", `/containers/${id}/logs?stdout=1`);
      note("terminal", [headers["content-type"], text]);
      const { text: none } = await quietly("GET", `/containers/${id}/logs?stderr=1`);
      note("errors", none);
    },
  },
  {
    title: "a container without logs has none to show",
    async run(setting) {
      const { call } = setting;
      const HostConfig = { LogConfig: { Type: "none" } };
      const id = await container(setting, { HostConfig });
      await call("GET", `/containers/${id}/logs?stdout=1`);
      await call("GET", `/containers/${id}/logs`);
    },
  },
  {
    title: "a container that did not run wrote nothing",
    async run(setting) {
      const id = await container(setting);
      await show(setting, id, both);
      await show(setting, id, { ...both, tail: "1" });
    },
  },
];
