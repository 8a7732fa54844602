import { describe, expect, it } from "vitest";
import { daemon, docker, useFreshDaemon } from "./fresh-daemon.js";
import { error, refusal, wire } from "./support.js";

useFreshDaemon();

async function run(name: string, NetworkMode = "bridge"): Promise<string> {
  const body = { Image: "app:1", Cmd: ["sleep", "600"], HostConfig: { NetworkMode } };
  const { Id } = await docker.containers.create(body, { name });
  await docker.containers.start(Id);
  return Id;
}

const endpoint = async (id: string, network: string) =>
  (await docker.containers.inspect(id)).NetworkSettings?.Networks?.[network];

describe("a network", () => {
  it("gives out addresses and takes them back", async () => {
    const one = await run("one");
    const two = await run("two");
    expect(await endpoint(one, "bridge")).toMatchObject({
      IPAddress: "172.17.0.2",
      IPPrefixLen: 16,
      Gateway: "172.17.0.1",
      DNSNames: null,
    });
    expect((await endpoint(two, "bridge"))?.IPAddress).toBe("172.17.0.3");
    await docker.containers.kill(one);
    expect(await endpoint(one, "bridge")).toMatchObject({ IPAddress: "", EndpointID: "" });
    const three = await run("three");
    expect((await endpoint(three, "bridge"))?.IPAddress).toBe("172.17.0.2");
  });

  it("is the bridge when the docker CLI asks for the default one", async () => {
    const HostConfig = { NetworkMode: "default" };
    const NetworkingConfig = { EndpointsConfig: { default: { MacAddress: "02:42:00:00:00:09" } } };
    const body = { Image: "app:1", Cmd: ["sleep", "600"], HostConfig, NetworkingConfig };
    const { text } = await wire(daemon, "POST", "/containers/create", { body });
    const { Id } = JSON.parse(text);
    await docker.containers.start(Id);
    const { HostConfig: kept, NetworkSettings } = await docker.containers.inspect(Id);
    expect(kept?.NetworkMode).toBe("bridge");
    expect(NetworkSettings?.Networks).toMatchObject({
      bridge: { IPAddress: "172.17.0.2", MacAddress: "02:42:00:00:00:09" },
    });
  });

  it("has a subnet of its own, and names for its containers", async () => {
    const first = await docker.networks.create({ Name: "first" });
    await docker.networks.create({ Name: "second" });
    expect((await docker.networks.inspect("second")).IPAM?.Config).toEqual([
      { Subnet: "172.19.0.0/16", Gateway: "172.19.0.1" },
    ]);
    const id = await run("named", "first");
    expect(await endpoint(id, "first")).toMatchObject({
      IPAddress: "172.18.0.2",
      DNSNames: ["named", id.slice(0, 12)],
      NetworkID: first.Id,
    });
    await docker.networks.connect("second", {
      Container: "named",
      EndpointConfig: { Aliases: ["also"] },
    });
    expect((await endpoint(id, "second"))?.DNSNames).toEqual(["named", "also", id.slice(0, 12)]);
    const { Containers } = await docker.networks.inspect("first");
    expect(Containers?.[id]).toMatchObject({ Name: "named", IPv4Address: "172.18.0.2/16" });
  });

  it("can be asked for an address only when its subnet was asked for", async () => {
    const id = await run("one");
    const IPAM = { Config: [{ Subnet: "10.9.0.0/24" }] };
    await docker.networks.create({ Name: "mine", IPAM });
    await docker.networks.create({ Name: "any" });
    const connect = (network: string, IPv4Address: string) =>
      docker.networks.connect(network, {
        Container: id,
        EndpointConfig: { IPAMConfig: { IPv4Address } },
      });
    await expect(connect("any", "172.18.0.9")).rejects.toEqual(
      error(
        400,
        "invalid endpoint settings:\nuser specified IP address is supported only when connecting to networks with user configured subnets",
      ),
    );
    await expect(connect("mine", "1.2.3.4")).rejects.toEqual(
      error(
        400,
        "invalid endpoint settings:\nno configured subnet or ip-range contain the IP address 1.2.3.4",
      ),
    );
    await connect("mine", "10.9.0.77");
    expect(await endpoint(id, "mine")).toMatchObject({ IPAddress: "10.9.0.77", IPPrefixLen: 24 });
  });

  it.each([
    [{ Name: "mine" }, 409, "network with name mine already exists"],
    [{ Name: "" }, 400, "invalid name: name is empty"],
    [{ Name: "bridge" }, 403, "operation is not permitted on predefined bridge network "],
    [{ Name: "x", Driver: "nope" }, 404, 'plugin "nope" not found'],
    [{ Name: "x", Driver: "host" }, 403, 'only one instance of "host" network is allowed'],
    [
      { Name: "x", IPAM: { Config: [{ Subnet: "bad" }] } },
      400,
      "invalid network config:\ninvalid subnet bad: invalid CIDR block notation",
    ],
    [
      { Name: "x", IPAM: { Config: [{ Subnet: "172.18.0.0/24" }] } },
      403,
      "invalid pool request: Pool overlaps with other one on this address space",
    ],
  ])("made of %j is refused", async (body, status, message) => {
    await docker.networks.create({ Name: "mine" });
    expect(await wire(daemon, "POST", "/networks/create", { body })).toMatchObject(
      refusal(status, message),
    );
  });

  it("refuses what its containers cannot do", async () => {
    const { Id } = await docker.networks.create({ Name: "mine" });
    const id = await run("one");
    const connect = (network: string, Container: string) =>
      docker.networks.connect(network, { Container });
    await connect("mine", id);
    await expect(connect("mine", id)).rejects.toEqual(
      error(403, "endpoint with name one already exists in network mine"),
    );
    await expect(connect("host", id)).rejects.toEqual(
      error(
        400,
        "cannot connect container to host network - container must be created in host network mode",
      ),
    );
    await expect(connect("nope", id)).rejects.toEqual(error(404, "network nope not found"));
    const attached = (await endpoint(id, "mine"))?.EndpointID?.slice(0, 12);
    await expect(docker.networks.remove(Id.slice(0, 8))).rejects.toEqual(
      error(
        403,
        `error while removing network: network mine has active endpoints (name:"one" id:"${attached}")`,
      ),
    );
    await expect(docker.networks.remove("host")).rejects.toEqual(
      error(403, "host is a pre-defined network and cannot be removed"),
    );
    await docker.networks.disconnect("mine", { Container: id });
    await expect(docker.networks.disconnect("mine", { Container: id })).rejects.toEqual(
      error(500, `container ${id} is not connected to network mine`),
    );
    await expect(
      docker.networks.disconnect("mine", { Container: "nope", Force: true }),
    ).rejects.toEqual(error(404, "endpoint nope not found"));
  });

  it("is listed by name, driver, type and label, and pruned when nobody uses it", async () => {
    await docker.networks.create({ Name: "used", Labels: { a: "b" } });
    await docker.networks.create({ Name: "idle" });
    await run("one", "used");
    const names = async (filters: Record<string, string[]>): Promise<string[]> =>
      (await docker.networks.list({ filters })).map(({ Name }) => Name ?? "").sort();
    expect(await names({ type: ["builtin"] })).toEqual(["bridge", "host", "none"]);
    expect(await names({ name: ["dl"] })).toEqual(["idle"]);
    expect(await names({ driver: ["null"] })).toEqual(["none"]);
    expect(await names({ label: ["a"] })).toEqual(["used"]);
    expect(await names({ dangling: ["true"] })).toEqual(["idle", "used"]);
    expect((await docker.networks.prune()).NetworksDeleted).toEqual(["idle"]);
    expect((await docker.networks.prune()).NetworksDeleted ?? null).toBe(null);
  });
});

describe("a volume", () => {
  it("is made once by name, and without one gets an anonymous one", async () => {
    const first = await docker.volumes.create({ Name: "data", Labels: { a: "b" } });
    expect(await docker.volumes.create({ Name: "data", Labels: { c: "d" } })).toEqual(first);
    const nameless = await docker.volumes.create();
    expect(nameless.Name).toMatch(/^[0-9a-f]{64}$/);
    expect(nameless.Labels).toEqual({ "com.docker.volume.anonymous": "" });
  });

  it.each([
    [
      { Name: "a" },
      400,
      "create a: volume name is too short, names should be at least two alphanumeric characters",
    ],
    [
      { Name: "a b" },
      400,
      'create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path',
    ],
    [
      { Name: "v4", Driver: "nope" },
      404,
      'create v4: error looking up volume plugin nope: plugin "nope" not found',
    ],
    [{ Name: "v3", DriverOpts: { nope: "x" } }, 400, 'create v3: invalid option: "nope"'],
  ])("made of %j is refused", async (body, status, message) => {
    expect(await wire(daemon, "POST", "/volumes/create", { body })).toMatchObject(
      refusal(status, message),
    );
  });

  it("in use cannot be removed, not even by force", async () => {
    const { Id } = await docker.containers.create({
      Image: "app:1",
      HostConfig: { Binds: ["data:/data:ro"] },
    });
    const inUse = error(409, `remove data: volume is in use - [${Id}]`);
    await expect(docker.volumes.remove("data")).rejects.toEqual(inUse);
    await expect(docker.volumes.remove("data", { force: true })).rejects.toEqual(inUse);
    await expect(docker.volumes.remove("nope")).rejects.toEqual(
      error(404, "get nope: no such volume"),
    );
    await docker.volumes.remove("nope", { force: true });
    expect((await docker.containers.inspect(Id)).Mounts).toMatchObject([
      { Type: "volume", Name: "data", Destination: "/data", Mode: "ro", RW: false },
    ]);
    expect(
      await wire(daemon, "PUT", "/volumes/data?version=1", { body: { Spec: {} } }),
    ).toMatchObject(
      refusal(503, "volume update only valid for cluster volumes, but swarm is unavailable"),
    );
  });

  it("that is anonymous goes with its container when asked, and with prune", async () => {
    const create = () =>
      docker.containers.create({
        Image: "app:1",
        Volumes: { "/cache": {} },
        HostConfig: { Binds: ["kept:/kept"] },
      });
    const one = await create();
    const two = await create();
    const names = async (): Promise<number> => (await docker.volumes.list()).Volumes?.length ?? 0;
    expect(await names()).toBe(3);
    await docker.containers.remove(one.Id, { v: true });
    expect(await names()).toBe(2);
    await docker.containers.remove(two.Id);
    expect(await names()).toBe(2);
    expect((await docker.volumes.prune()).VolumesDeleted).toHaveLength(1);
    expect((await docker.volumes.prune({ filters: { all: ["true"] } })).VolumesDeleted).toEqual([
      "kept",
    ]);
  });

  it("with a name was pruned, too, before API 1.42", async () => {
    await docker.volumes.create({ Name: "data" });
    const { text } = await wire(daemon, "POST", "/v1.41/volumes/prune");
    expect(JSON.parse(text).VolumesDeleted).toEqual(["data"]);
  });
});

describe("the disk use", () => {
  it("counts images, containers and volumes", async () => {
    await docker.volumes.create({ Name: "data" });
    await run("one");
    const { text } = await wire(daemon, "GET", "/system/df");
    expect(JSON.parse(text)).toMatchObject({
      LayersSize: 7_800_000,
      Images: [{ Containers: 1 }],
      Containers: [{ Names: ["/one"], SizeRootFs: 7_800_000 }],
      Volumes: [{ Name: "data", UsageData: { RefCount: 0 } }],
      BuildCache: [],
    });
    expect(await wire(daemon, "GET", "/system/df?type=nope")).toMatchObject(
      refusal(400, "unknown object type: nope"),
    );
  });
});
