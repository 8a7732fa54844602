import type { ComparisonScenario } from "../setting.js";
import { another, ended, running, shell, showAll, showState } from "./container-steps.js";
import { container, each } from "./image-steps.js";

/** Containers that start, run and end. */
export const ofLifeCycle: readonly ComparisonScenario[] = [
  {
    title: "a created, a running and an exited container tell all about themselves",
    async run(setting) {
      const { quietly } = setting;
      const id = await container(setting, { Env: ["A=1"], Labels: { l: "1" }, Hostname: "host" });
      await showAll(setting, id);
      await quietly("POST", `/containers/${id}/start`);
      await showAll(setting, id);
      await quietly("POST", `/containers/${id}/kill`);
      await showAll(setting, id);
    },
  },
  {
    title: "a container is started and stopped, and again",
    async run(setting) {
      const { call } = setting;
      const id = await container(setting);
      for (const step of ["stop?t=0", "start", "start", "stop?t=0", "stop?t=0", "restart?t=0"]) {
        await call("POST", `/containers/${id}/${step}`);
        await showState(setting, id);
      }
    },
  },
  {
    title: "a container is paused, and what cannot be done meanwhile is refused",
    async run(setting) {
      const { call } = setting;
      const id = await container(setting);
      for (const step of ["pause", "unpause", "start", "pause", "pause", "start"]) {
        await call("POST", `/containers/${id}/${step}`);
      }
      await showState(setting, id);
      await call("DELETE", `/containers/${id}`);
      await call("GET", `/containers/${id}/top`);
      await call("POST", `/containers/${id}/exec`, { json: { Cmd: ["true"] } });
      await call("POST", `/containers/${id}/attach?stdout=1&stream=1`);
      for (const step of ["unpause", "unpause", "kill", "unpause", "pause"]) {
        await call("POST", `/containers/${id}/${step}`);
      }
      await showState(setting, id);
    },
  },
  {
    title: "a container is killed by signals that are signals",
    async run(setting) {
      const { call, name } = setting;
      const id = await container(setting);
      await call("POST", `/containers/${id}/kill`);
      await call("POST", `/containers/${name}/kill`);
      await call("POST", `/containers/${id}/start`);
      for (const signal of ["NOPE", "99", "-1", "0", "SIGNOPE", "1.5", " "]) {
        await call("POST", `/containers/${id}/kill?signal=${encodeURIComponent(signal)}`);
      }
      await call("POST", `/containers/${id}/kill?signal=kill`);
      await showState(setting, id);
    },
  },
  {
    title: "a stop takes only what it can read",
    async run(setting) {
      const { call, quietly } = setting;
      const id = await running(setting);
      await call("POST", `/containers/${id}/stop?t=x`);
      await call("POST", `/containers/${id}/restart?t=x`);
      await quietly("POST", `/containers/${id}/kill`);
    },
  },
  {
    title: "what has no container is not found",
    async run({ call, name }) {
      for (const step of ["start", "stop", "restart", "kill", "pause", "unpause", "wait"]) {
        await call("POST", `/containers/${name}/${step}`);
      }
      for (const step of ["json", "top", "logs?stdout=1", "stats?stream=0", "logs", "changes"]) {
        await call("GET", `/containers/${name}/${step}`);
      }
      await call("DELETE", `/containers/${name}`);
      await call("POST", `/containers/${name}/rename?name=x`);
      await call("POST", `/containers/${name}/update`, { json: {} });
      await call("POST", `/containers/${name}/resize?h=1&w=1`);
      await call("POST", `/containers/${name}/attach`);
      await call("POST", `/containers/${name}/exec`, { json: { Cmd: ["true"] } });
    },
  },
  {
    title: "a container gets another name, unless it is taken or none",
    async run(setting) {
      const { name, call } = setting;
      const id = await container(setting);
      await another(setting, "b");
      const names = ["", name, `/${name}`, `${name}b`, "a b", "-x", "x", "", "/"];
      const path = `/containers/${id}/rename`;
      await each(
        setting,
        "POST",
        path,
        names.map((each) => ({ name: each })),
      );
      await call("POST", path);
      await call("POST", `/containers/${id}/rename?name=${name}c`);
      await showState(setting, id);
      await call("GET", `/containers/${name}/json`);
      await call("POST", `/containers/${name}c/rename?name=${name}`);
      await showState(setting, id);
    },
  },
  {
    title: "a container that runs is removed by force only",
    async run(setting) {
      const { name, call } = setting;
      const id = await running(setting);
      await call("DELETE", `/containers/${name}`);
      await call("DELETE", `/containers/${id}?v=1`);
      await call("DELETE", `/containers/${id}?force=1`);
      await call("DELETE", `/containers/${id}?force=1`);
    },
  },
  {
    title: "the end of a container is waited for",
    async run(setting) {
      const { call, quietly } = setting;
      const id = await container(setting, shell("exit 3"));
      await call("POST", `/containers/${id}/wait?condition=nope`);
      await call("POST", `/containers/${id}/wait`);
      const next = call("POST", `/containers/${id}/wait?condition=next-exit`);
      // The answer's head says that the engine waits, but it comes with the end: ask for it anew.
      await quietly("GET", `/containers/${id}/json`);
      await quietly("POST", `/containers/${id}/start`);
      await next;
      await call("POST", `/containers/${id}/wait?condition=not-running`);
      const removed = call("POST", `/containers/${id}/wait?condition=removed`);
      await quietly("GET", `/containers/${id}/json`);
      await quietly("DELETE", `/containers/${id}`);
      await removed;
    },
  },
  {
    title: "commands that are not there end containers with codes of their own",
    async run(setting) {
      const { call } = setting;
      for (const [suffix, command] of [
        ["a", "nope"],
        ["b", "/nope"],
        ["c", "/etc"],
        ["d", "/etc/passwd"],
      ] as const) {
        const id = await another(setting, suffix, { Cmd: [command] });
        await call("POST", `/containers/${id}/start`);
        await showState(setting, id);
      }
    },
  },
  {
    title: "exit codes are kept",
    async run(setting) {
      for (const [suffix, script] of [
        ["a", "exit 0"],
        ["b", "exit 42"],
        ["c", "exit 256"],
        ["d", "kill -TERM $$; sleep 5"],
        ["e", "false"],
        ["f", "nope"],
      ] as const) {
        const given = { ...setting, name: `${setting.name}${suffix}` };
        await showState(setting, await ended(given, shell(script)));
      }
    },
  },
  {
    title: "a container is updated within limits",
    async run(setting) {
      const { call, quietly, note } = setting;
      const id = await container(setting);
      for (const json of [
        {},
        { Memory: 64 * 2 ** 20, MemorySwap: 128 * 2 ** 20 },
        { Memory: 256 * 2 ** 20 },
        { Memory: 1024 },
        { CpuShares: 512 },
        { CpuPeriod: 5 },
        { CpuQuota: 5 },
        { RestartPolicy: { Name: "nope" } },
        { RestartPolicy: { Name: "on-failure", MaximumRetryCount: -1 } },
        { RestartPolicy: { Name: "always", MaximumRetryCount: 1 } },
        { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 } },
        { Memory: "x" },
      ]) {
        await call("POST", `/containers/${id}/update`, { json });
      }
      const { json } = await quietly("GET", `/containers/${id}/json`);
      const { Memory, MemorySwap, CpuShares, RestartPolicy } = json.HostConfig;
      note("settings", { Memory, MemorySwap, CpuShares, RestartPolicy });
    },
  },
  {
    title: "a container that removes itself has no restarts",
    async run(setting) {
      const { call, name, image } = setting;
      const HostConfig = { AutoRemove: true, RestartPolicy: { Name: "always" } };
      const json = { Image: image, HostConfig };
      await call("POST", `/containers/create?name=${name}`, { json });
      const id = await container(setting, { ...shell("exit 4"), HostConfig: { AutoRemove: true } });
      const removed = call("POST", `/containers/${id}/wait?condition=removed`);
      await setting.quietly("GET", `/containers/${id}/json`);
      await call("POST", `/containers/${id}/start`);
      await removed;
      await call("GET", `/containers/${id}/json`);
    },
  },
  {
    title: "only a container with its label is pruned, and only when it does not run",
    async run(setting) {
      const { name, call } = setting;
      const Labels = { [name]: "1" };
      const id = await ended(setting, { ...shell("true"), Labels });
      const up = await running({ ...setting, name: `${name}up` }, { Labels });
      const rest = { "label!": [`${name}=1`] };
      for (const filters of [
        { label: [`${name}=2`] },
        { label: [name], ...rest },
        { label: [name], until: ["nope"] },
        { label: [name], until: ["1", "2"] },
        { label: [name], until: ["1"] },
        { label: [name], nope: ["1"] },
        { label: [`${name}=1`] },
      ]) {
        await each(setting, "POST", "/containers/prune", [{ filters }]);
      }
      await call("GET", `/containers/${id}/json`);
      await showState(setting, up);
    },
  },
];
