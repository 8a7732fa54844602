import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ConnectionError, Docker } from "../../src/index.js";
import { daemon, docker, useFreshDaemon } from "./fresh-daemon.js";
import { soon } from "./support.js";

useFreshDaemon();

describe("a daemon that is not there", () => {
  it("refuses connections until it is told to take them", async () => {
    await docker.system.ping();
    const outage = daemon.refuseConnections();
    await expect(docker.containers.list()).rejects.toMatchObject({
      name: "ConnectionError",
      cause: { code: "ECONNREFUSED" },
    });
    outage.end();
    expect(await docker.containers.list()).toEqual([]);
  });

  it.each(["unix", "tcp"])("refuses them on a %s socket, and keeps its address", async (kind) => {
    const { host } = await (kind === "tcp" ? daemon.listen({ port: 0 }) : daemon.listen());
    await using far = new Docker({ host, env: {} });
    await far.system.ping();
    for (let round = 0; round < 2; round += 1) {
      {
        using _ = daemon.refuseConnections();
        using _twice = daemon.refuseConnections();
        await expect(far.containers.list()).rejects.toMatchObject({
          name: "ConnectionError",
          cause: { code: "ECONNREFUSED" },
        });
      }
      await delay(5);
      expect(await far.containers.list()).toEqual([]);
    }
  });
});

describe("a restart", () => {
  const sleeper = async (name: string, policy?: "always" | "unless-stopped" | "on-failure") => {
    const restart = policy === undefined ? {} : { RestartPolicy: { Name: policy } };
    await docker.containers.create(
      { Image: "app:1", Cmd: ["sleep", "600"], HostConfig: restart },
      { name },
    );
    await docker.containers.start(name);
  };

  it("kills containers, and runs those again that are to run always", async () => {
    await sleeper("plain");
    await sleeper("always", "always");
    await sleeper("kept", "unless-stopped");
    await sleeper("stopped", "unless-stopped");
    await sleeper("stopped-always", "always");
    await sleeper("failing", "on-failure");
    for (const name of ["stopped", "stopped-always"]) {
      await docker.containers.stop(name, { signal: "SIGKILL" });
    }
    await docker.containers.create({ Image: "app:1" }, { name: "created" });
    await docker.containers.pause("kept");
    await docker.volumes.create({ Name: "data" });
    await daemon.restart();
    const states = await docker.containers.list({ all: true });
    expect(Object.fromEntries(states.map(({ Names, State }) => [Names?.[0], State]))).toEqual({
      "/plain": "exited",
      "/always": "running",
      "/kept": "running",
      "/stopped": "exited",
      "/stopped-always": "running",
      "/failing": "running",
      "/created": "created",
    });
    expect((await docker.containers.inspect("plain")).State?.ExitCode).toBe(255);
    expect((await docker.volumes.list()).Volumes).toHaveLength(1);
  });

  it("forgets exec instances and past events", async () => {
    await sleeper("always", "always");
    const { Id } = await docker.exec.create("always", { Cmd: ["true"] });
    await daemon.restart();
    await expect(docker.exec.inspect(Id)).rejects.toMatchObject({
      message: `No such exec instance: ${Id}`,
    });
    const past = docker.system.events({ since: 0, until: new Date(Date.now() + 5) });
    const actions: string[] = [];
    for await (const { Type, Action } of past) actions.push(`${Type} ${Action}`);
    expect(actions).toEqual(["network connect", "container start"]);
  });

  it("removes what is to be removed when it ends", async () => {
    const body = { Image: "app:1", Cmd: ["sleep", "600"], HostConfig: { AutoRemove: true } };
    const { Id } = await docker.containers.create(body);
    await docker.containers.start(Id);
    await daemon.restart();
    await expect(docker.containers.inspect(Id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("ends pending calls, and refuses connections while it lasts", async () => {
    await sleeper("one");
    const { host } = await daemon.listen();
    await using far = new Docker({ host, env: {} });
    for (const client of [docker, far]) {
      const begun = performance.now();
      let down = Promise.resolve();
      const waiting = client.containers.wait(
        "one",
        {},
        {
          onWaiting: () => {
            down = daemon.restart({ downtime: 40 });
          },
        },
      );
      await expect(soon(waiting, "the end")).rejects.toThrow(ConnectionError);
      await expect(client.system.ping()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
      await down;
      expect(performance.now() - begun).toBeGreaterThan(35);
      await docker.containers.start("one");
      await client.system.ping();
    }
  });

  it("is refused when it cannot be", async () => {
    await expect(daemon.restart({ downtime: -1 })).rejects.toThrow(/^downtime: milliseconds/);
    await daemon.close();
    await expect(daemon.restart()).rejects.toThrow("closed");
  });
});
