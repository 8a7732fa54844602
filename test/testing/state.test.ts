import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { daemon, docker, useFreshDaemon } from "./fresh-daemon.js";

useFreshDaemon();

const sleeper = { Image: "app:1", Cmd: ["sleep", "600"] };

describe("daemon.containers", () => {
  it("shows a container by name, id and the beginning of its id", async () => {
    const { Id } = await docker.containers.create(
      {
        ...sleeper,
        Env: ["A=1"],
        Labels: { team: "billing" },
        ExposedPorts: { "80/tcp": {} },
        HostConfig: { PortBindings: { "80/tcp": [{ HostPort: "8080" }] } },
      },
      { name: "web" },
    );
    const web = daemon.containers.get("web");
    expect(web).toMatchObject({ id: Id, name: "web", status: "created", exitCode: undefined });
    await docker.containers.start(Id);
    for (const name of [Id, Id.slice(0, 12), "/web"]) {
      expect(daemon.containers.get(name)).toMatchObject({ id: Id, status: "running" });
    }
    expect(web.image).toBe("app:1");
    expect(web.command).toEqual(["sleep", "600"]);
    expect(web.env).toMatchObject({ A: "1", HOME: "/root" });
    expect(web.labels).toEqual({ team: "billing" });
    expect(web.ports).toEqual({ "80/tcp": 8080 });
    expect(web.networks).toEqual({ bridge: "172.17.0.2" });
    expect(web.health).toBe("none");
  });

  it("says which containers there are when it has none of that name", () => {
    expect(() => daemon.containers.get("web")).toThrow(
      'the mock daemon has no container "web": there are none',
    );
    daemon.containers.create(sleeper, { name: "api" });
    daemon.containers.create(sleeper, { name: "db" });
    expect(() => daemon.containers.get("web")).toThrow(
      'the mock daemon has no container "web": there are api, db',
    );
    expect(daemon.containers.has("web")).toBe(false);
    expect(daemon.containers.has("api")).toBe(true);
  });

  it("makes and runs containers that clients see", async () => {
    const made = daemon.containers.run(sleeper, { name: "web" });
    expect(await docker.containers.list()).toMatchObject([{ Id: made.id, State: "running" }]);
    daemon.containers.create(sleeper);
    expect(daemon.containers.list().map(({ status }) => status)).toEqual(["running", "created"]);
    expect(() => daemon.containers.run({ Image: "none:1" })).toThrow("No such image: none:1");
    expect(daemon.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  it("reads what a container wrote, without its last line end, too", async () => {
    const web = daemon.containers.run({
      Image: "app:1",
      Cmd: ["sh", "-c", "echo one; echo two >&2; echo -n three"],
    });
    await web.waitFor("exited");
    expect(web.stdout).toBe("one\nthree");
    expect(web.stderr).toBe("two\n");
    expect(web.exitCode).toBe(0);
  });

  it("reads and writes a container's files, those of its volumes too, before, in and after a run", async () => {
    const web = daemon.containers.create({
      Image: "app:1",
      Cmd: ["sh", "-c", "cat /etc/app.conf; echo 7 > /data/count"],
      HostConfig: { Binds: ["counts:/data"] },
    });
    web.files.write("/etc/app.conf", "port=80\n");
    await web.start().waitFor("exited");
    expect(web.stdout).toBe("port=80\n");
    expect(web.files.readText("/data/count")).toBe("7\n");
    expect(daemon.volumes.get("counts").files.readText("/count")).toBe("7\n");
  });

  it("lets a program end with any code, and its restart policy act", async () => {
    daemon.program("app:1", () => new Promise<number>(() => {}));
    const once = daemon.containers.run({ Image: "app:1" }, { name: "once" });
    await once.exit(7);
    expect(once).toMatchObject({ status: "exited", exitCode: 7 });
    const again = daemon.containers.run({
      Image: "app:1",
      HostConfig: { RestartPolicy: { Name: "always" } },
    });
    await again.exit(1);
    expect(again.status).toBe("restarting");
    await again.waitFor("running");
    expect(again.restartCount).toBe(1);
    await again.kill();
    expect(again).toMatchObject({ status: "exited", exitCode: 137 });
    await expect(again.exit(1)).rejects.toThrow("is exited");
  });

  it("sends signals", async () => {
    daemon.program("app:1", async ({ stdout, onSignal, signal }) => {
      onSignal("SIGHUP", () => stdout.write("reloaded\n"));
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    const web = daemon.containers.run({ Image: "app:1" });
    await web.kill("HUP");
    expect(web.stdout).toBe("reloaded\n");
    await web.kill("SIGTERM");
    expect((await web.waitFor("exited")).exitCode).toBe(143);
  });

  it("waits for what a container becomes, and says what it is if that does not come", async () => {
    const web = daemon.containers.run({
      ...sleeper,
      Healthcheck: { Test: ["CMD", "true"], Interval: 2_000_000 },
    });
    await web.waitFor("running");
    await web.waitFor("healthy");
    const removed = web.waitFor("removed");
    await docker.containers.remove(web.id, { force: true });
    await removed;
    const other = daemon.containers.run(sleeper, { name: "other" });
    await expect(other.waitFor("exited", { timeout: 5 })).rejects.toThrow(
      "other was not exited for 5 ms: it is running",
    );
  });
});

describe("a container's output", () => {
  it("can be waited for, and is missed with what the container is", async () => {
    daemon.program("app:1", async ({ stdout, stderr }) => {
      stdout.write("starting");
      await new Promise((resolve) => setTimeout(resolve, 5));
      stderr.write("listening on 8080\n");
      await new Promise(() => {});
    });
    const web = daemon.containers.run({ Image: "app:1" }, { name: "web" });
    await web.waitForOutput("start");
    await web.waitForOutput(/listening on \d+/);
    await expect(web.waitForOutput("done", { timeout: 5 })).rejects.toThrow(
      'web was without "done" for 5 ms: it is running',
    );
  });
});

describe("daemon.images", () => {
  it("shows, adds and removes images", async () => {
    const added = daemon.images.add({
      reference: "app:2",
      config: { Cmd: ["serve"] },
      size: 1_000_000,
    });
    expect(added.tags).toEqual(["app:2"]);
    expect(added.config.Cmd).toEqual(["serve"]);
    expect((await docker.images.inspect("app:2")).Id).toBe(added.id);
    expect(daemon.images.list()).toHaveLength(2);
    await docker.images.tag("app:2", { repo: "other", tag: "1" });
    expect(daemon.images.get("other:1").tags).toEqual(["app:2", "other:1"]);
    expect(daemon.images.has("app:1")).toBe(true);
    daemon.images.remove("app:1");
    expect(daemon.images.has("app:1")).toBe(false);
    expect(() => daemon.images.get("app:1")).toThrow(
      'the mock daemon has no image "app:1": there are app:2, other:1',
    );
    expect(() => daemon.images.remove("nothing")).toThrow("no image");
  });
});

describe("daemon.networks", () => {
  it("shows and makes networks, with who is in them", async () => {
    const backend = daemon.networks.create({ Name: "backend", Labels: { tier: "2" } });
    expect(backend).toMatchObject({ name: "backend", driver: "bridge", subnet: "172.18.0.0/16" });
    expect(backend.labels).toEqual({ tier: "2" });
    daemon.containers.run({ ...sleeper, HostConfig: { NetworkMode: "backend" } }, { name: "db" });
    expect(daemon.networks.get("backend").containers).toEqual({ db: "172.18.0.2" });
    expect((await docker.networks.inspect("backend")).Id).toBe(backend.id);
    expect(daemon.networks.has("frontend")).toBe(false);
    expect(() => daemon.networks.get("frontend")).toThrow(
      'the mock daemon has no network "frontend": there are bridge, host, none, backend',
    );
  });
});

describe("daemon.volumes", () => {
  it("shows and makes volumes, with what is in them and who mounts them", async () => {
    const data = daemon.volumes.create({ Name: "data", Labels: { team: "billing" } });
    data.files.write("/users.json", "[]");
    const web = daemon.containers.run(
      { Image: "app:1", Cmd: ["cat", "/srv/users.json"], HostConfig: { Binds: ["data:/srv"] } },
      { name: "web" },
    );
    await web.waitFor("exited");
    expect(web.stdout).toBe("[]");
    expect(data.containers).toEqual(["web"]);
    expect((await docker.volumes.inspect("data")).Labels).toEqual({ team: "billing" });
    expect(daemon.volumes.list().map(({ name }) => name)).toEqual(["data"]);
    expect(daemon.volumes.create().name).toMatch(/^[0-9a-f]{64}$/);
    expect(() => daemon.volumes.get("none")).toThrow('the mock daemon has no volume "none"');
  });
});

describe("daemon.execs", () => {
  it("shows what was run in which container, and how it ended", async () => {
    const web = daemon.containers.run(sleeper, { name: "web" });
    const { Id } = await docker.exec.create(web.id, { Cmd: ["sh", "-c", "exit 3"] });
    expect(daemon.execs.get(Id)).toMatchObject({ running: false, exitCode: undefined });
    const { output } = await docker.exec.start(Id);
    await output.text();
    const [exec] = daemon.execs.list();
    expect(exec).toMatchObject({ id: Id, command: ["sh", "-c", "exit 3"], exitCode: 3 });
    expect(exec?.container.name).toBe("web");
    expect(() => daemon.execs.get("x")).toThrow(`there are ${Id} (sh -c exit 3)`);
  });
});

it("a view that is printed shows nothing that is secret", () => {
  const web = daemon.containers.run({ ...sleeper, Env: ["PASSWORD=hunter2"] });
  expect(inspect(web, { depth: 9 })).not.toContain("hunter2");
  expect(inspect(daemon, { depth: 9 })).not.toContain("hunter2");
});
