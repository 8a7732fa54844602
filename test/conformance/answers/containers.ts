import { ConflictError, NotFoundError } from "../../../src/index.js";
import { type AnswerScenario, create, look, start } from "./scenario.js";

/** Containers: their states and what is measured of them. */
export const ofContainers: readonly AnswerScenario[] = [
  {
    title: "a container in every state of its life",
    operations: ["ContainerCreate", "ContainerInspect", "ContainerList", "ContainerWait"],
    async run(setting) {
      const { docker, name } = setting;
      const { containers } = docker;
      const id = await create(setting, { Labels: { a: "b" } });
      await look(setting, id);
      await containers.start(id);
      await look(setting, id);
      await containers.pause(id);
      await look(setting, id);
      await containers.unpause(id);
      await containers.rename(id, { name: `${name}-2` });
      await containers.restart(id, { t: 0 });
      await look(setting, id);
      const waiting = containers.wait(id, {}, { onWaiting: () => containers.kill(id) });
      await waiting;
      await look(setting, id);
      await containers.stop(id);
      await containers.wait(id);
    },
  },
  {
    title: "a container that is asked what it does",
    operations: ["ContainerTop", "ContainerUpdate", "ContainerChanges", "ContainerStats"],
    async run(setting) {
      const { containers } = setting.docker;
      const id = await start(setting);
      await containers.top(id);
      await containers.top(id, { ps_args: "-ef" });
      await containers.update(id, { CpuShares: 512 });
      await containers.diff(id);
      await containers.exec(id, ["sh", "-c", "echo > /new; rm /etc/passwd || rm -r /bin/cat"]);
      await containers.diff(id);
      await containers.stats(id, { stream: false });
      await containers.stats(id, { stream: false, "one-shot": true });
      let samples = 0;
      for await (const _ of containers.stats(id)) if (++samples === 2) break;
      await containers.kill(id);
      await containers.wait(id);
      await containers.stats(id, { stream: false, "one-shot": true });
    },
  },
  {
    title: "commands in a container, before, while and after they run",
    operations: ["ContainerExec", "ExecInspect"],
    async run(setting) {
      const { containers, exec } = setting.docker;
      const id = await start(setting);
      const plain = await exec.create(id, { Cmd: ["true"], AttachStdout: true });
      await exec.inspect(plain.Id);
      await (await exec.start(plain.Id)).output.text();
      await exec.inspect(plain.Id);
      const all = await exec.create(id, {
        Cmd: ["sh", "-c", "cat; exit 3"],
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
        DetachKeys: "ctrl-x",
        Tty: true,
        Env: ["A=1"],
        Privileged: true,
        User: "0",
        WorkingDir: "/tmp",
      });
      const { stdin, output } = await exec.start(all.Id, { Tty: true });
      await exec.inspect(all.Id);
      await containers.inspect(id);
      stdin.end("\x04");
      await output.text();
      await exec.inspect(all.Id);
    },
  },
  {
    title: "a container that is healthy, and one that is not",
    operations: ["ContainerInspect", "ContainerList"],
    async run(setting) {
      const check = { Interval: 1e9, Timeout: 1e9, Retries: 1, StartPeriod: 0 };
      for (const command of ["true", "false"]) {
        const Healthcheck = { ...check, Test: ["CMD", command] };
        const id = await start(setting, { Healthcheck }, `-${command}`);
        await look(setting, id);
        for (let left = 30; ; left--) {
          const { State } = await setting.docker.containers.inspect(id);
          if (State.Health?.Status !== "starting") break;
          if (left === 0) throw new Error("Nobody looks after its health");
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        await look(setting, id);
      }
    },
  },
  {
    title: "containers that end by themselves, well, badly and not at all",
    operations: ["ContainerWait", "ContainerInspect"],
    async run(setting) {
      const { containers } = setting.docker;
      for (const [command, AutoRemove] of [
        ["true", false],
        ["false", false],
        ["true", true],
      ] as const) {
        const suffix = `-${command}-${AutoRemove}`;
        const id = await create(setting, { Cmd: [command], HostConfig: { AutoRemove } }, suffix);
        const condition = AutoRemove ? "removed" : "next-exit";
        await containers.wait(id, { condition }, { onWaiting: () => containers.start(id) });
        if (!AutoRemove) await look(setting, id);
      }
      const missing = await create(setting, { Cmd: ["/no/such/command"] }, "-missing");
      await containers.start(missing).catch(() => {});
      await look(setting, missing);
    },
  },
  {
    title: "calls that are refused",
    operations: ["ContainerCreate"],
    async run(setting) {
      const { docker, image, name } = setting;
      const { containers } = docker;
      const id = await start(setting);
      const refused: Promise<unknown>[] = [
        containers.inspect(`${name}-none`),
        containers.create({ Image: `${name}-none` }),
        containers.create({ Image: image }, { name }),
        containers.remove(id),
        docker.images.inspect(`${name}-none`),
        docker.networks.inspect(`${name}-none`),
        docker.volumes.inspect(`${name}-none`),
        docker.exec.inspect(`${name}-none`),
      ];
      for (const call of await Promise.allSettled(refused)) {
        const reason: unknown = call.status === "rejected" ? call.reason : undefined;
        if (!(reason instanceof NotFoundError || reason instanceof ConflictError)) {
          throw new Error("It was not refused", { cause: reason });
        }
      }
    },
  },
  {
    title: "containers that are pruned, and none",
    operations: ["ContainerPrune"],
    async run(setting) {
      const filters = { label: [`sdk=${setting.name}`] };
      await setting.docker.containers.prune({ filters });
      await create(setting, { Labels: { sdk: setting.name } });
      await setting.docker.containers.prune({ filters });
    },
  },
];
