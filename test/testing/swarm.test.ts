import { afterEach, describe, expect, it } from "vitest";
import { Docker } from "../../src/index.js";
import { MockDaemon } from "../../src/testing/index.js";
import { error, wire } from "./support.js";

const NO_MANAGER =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
const INIT = { ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" };

describe("an engine and a swarm:", () => {
  let daemon: MockDaemon;
  let docker: Docker;
  const begin = (apiVersion = "1.51"): void => {
    daemon = new MockDaemon({ apiVersion, images: ["app:1"] });
    docker = new Docker({ dispatcher: daemon.dispatcher });
  };
  afterEach(async () => {
    await docker.close();
    await daemon.close();
  });

  it("outside of one, nothing of a swarm can be asked", async () => {
    begin();
    for (const ask of [
      () => docker.swarm.inspect(),
      () => docker.swarm.unlockKey(),
      () => docker.nodes.list(),
      () => docker.services.list(),
      () => docker.tasks.list(),
      () => docker.secrets.list(),
      () => docker.configs.inspect("x"),
      () => docker.services.create({ Name: "x" }),
    ]) {
      await expect(ask()).rejects.toEqual(error(503, NO_MANAGER));
    }
    await expect(docker.swarm.leave()).rejects.toEqual(
      error(503, "This node is not part of a swarm"),
    );
    const overlay = docker.networks.create({ Name: "ov", Driver: "overlay" });
    await expect(overlay).rejects.toEqual(error(403, NO_MANAGER));
  });

  it("it becomes a manager, once, and tells so wherever it is asked", async () => {
    begin();
    const id = await docker.swarm.init(INIT);
    expect(id).toMatch(/^[0-9a-z]{25}$/);
    const { headers } = await wire(daemon, "GET", "/_ping");
    expect(headers.swarm).toBe("active/manager");
    const { Swarm } = await docker.system.info();
    expect(Swarm).toMatchObject({
      NodeID: id,
      LocalNodeState: "active",
      ControlAvailable: true,
      Managers: 1,
      RemoteManagers: [{ NodeID: id, Addr: "127.0.0.1:2377" }],
    });
    const { ID, Spec, JoinTokens } = await docker.swarm.inspect();
    expect(Swarm?.Cluster?.ID).toBe(ID);
    expect(Spec.Name).toBe("default");
    expect(JoinTokens.Worker).toMatch(/^SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}$/);
    const names = (await docker.networks.list()).map(({ Name }) => Name);
    expect(names).toEqual(expect.arrayContaining(["ingress", "docker_gwbridge"]));
    await expect(docker.swarm.init(INIT)).rejects.toEqual(
      error(
        503,
        'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.',
      ),
    );
  });

  it("it refuses what is no address", async () => {
    begin();
    await expect(docker.swarm.init({ ListenAddr: "" })).rejects.toEqual(
      error(400, 'invalid ListenAddr "": invalid empty address'),
    );
    await expect(docker.swarm.init({ ListenAddr: "nonsense" })).rejects.toEqual(
      error(
        400,
        "listen address must be an IP address or network interface (with optional port number)",
      ),
    );
  });

  it("it cannot join another, which nobody runs", async () => {
    begin();
    const JoinToken = `SWMTKN-1-${"1".repeat(50)}-${"a".repeat(25)}`;
    const body = { ListenAddr: "0.0.0.0:2377", RemoteAddrs: ["127.0.0.1:2399"], JoinToken };
    await expect(docker.swarm.join(body)).rejects.toEqual(
      error(
        503,
        'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:2399: connect: connection refused"',
      ),
    );
    await expect(docker.swarm.join({ ...body, JoinToken: "x" })).rejects.toEqual(
      error(500, "invalid join token"),
    );
  });

  it("it rotates the tokens that it is told to, and refuses what is old", async () => {
    begin();
    await docker.swarm.init(INIT);
    const { Spec, Version, JoinTokens } = await docker.swarm.inspect();
    await docker.swarm.update(Spec, { version: Version.Index, rotateWorkerToken: true });
    const after = await docker.swarm.inspect();
    expect(after.JoinTokens.Manager).toBe(JoinTokens.Manager);
    expect(after.JoinTokens.Worker).not.toBe(JoinTokens.Worker);
    await expect(docker.swarm.update(Spec, { version: Version.Index })).rejects.toEqual(
      error(500, "rpc error: code = Unknown desc = update out of sequence"),
    );
  });

  it("it makes a new authority when it is told to, and a key when it locks itself", async () => {
    begin();
    await docker.swarm.init(INIT);
    const { TLSInfo } = await docker.swarm.inspect();
    await docker.swarm.edit((spec) => ({
      ...spec,
      CAConfig: { ...spec.CAConfig, ForceRotate: 1 },
    }));
    expect((await docker.swarm.inspect()).TLSInfo?.TrustRoot).not.toBe(TLSInfo?.TrustRoot);
    expect((await docker.swarm.unlockKey()).UnlockKey).toBe("");
    await docker.swarm.edit((spec) => ({ ...spec, EncryptionConfig: { AutoLockManagers: true } }));
    const { UnlockKey } = await docker.swarm.unlockKey();
    expect(UnlockKey).toMatch(/^SWMKEY-1-/);
    await expect(docker.swarm.unlock({ UnlockKey })).rejects.toEqual(
      error(409, "swarm is not locked"),
    );
  });

  it("its last manager leaves only by force, and all is gone", async () => {
    begin();
    await docker.swarm.init(INIT);
    const Data = Buffer.from("x").toString("base64");
    await docker.secrets.create({ Name: "token", Data });
    await docker.networks.create({ Name: "ov", Driver: "overlay", Attachable: true });
    await expect(docker.swarm.leave()).rejects.toMatchObject({ status: 503 });
    await docker.swarm.leave({ force: true });
    await expect(docker.secrets.list()).rejects.toEqual(error(503, NO_MANAGER));
    const names = (await docker.networks.list()).map(({ Name }) => Name);
    expect(names).not.toContain("ov");
    expect(names).not.toContain("ingress");
    await docker.swarm.init(INIT);
    expect(await docker.secrets.list()).toEqual([]);
  });

  it("a container joins a network of the swarm that can be attached to", async () => {
    begin();
    await docker.swarm.init(INIT);
    const { Id } = await docker.networks.create({
      Name: "ov",
      Driver: "overlay",
      Attachable: true,
    });
    const HostConfig = { NetworkMode: "ov" };
    const made = await docker.containers.create({
      Image: "app:1",
      Cmd: ["sleep", "60"],
      HostConfig,
    });
    await docker.containers.start(made.Id);
    const { Scope, Containers } = await docker.networks.inspect(Id);
    expect(Scope).toBe("swarm");
    expect(Containers?.[made.Id]?.IPv4Address).toMatch(/^10\.0\.1\.\d+\/24$/);
  });

  it("tells what happens in a swarm as events of its scope", async () => {
    begin();
    await docker.swarm.init(INIT);
    const Data = Buffer.from("x").toString("base64");
    const { ID } = await docker.configs.create({ Name: "site", Data });
    await docker.configs.remove(ID);
    const query = {
      since: "0",
      until: new Date(),
      filters: { scope: ["swarm"], type: ["config"] },
    } as const;
    const seen: unknown[] = [];
    for await (const event of docker.system.events(query)) {
      seen.push([event.Action, event.Actor?.Attributes?.name, event.scope]);
    }
    expect(seen).toEqual([
      ["create", "site", "swarm"],
      ["remove", "site", "swarm"],
    ]);
  });
});
