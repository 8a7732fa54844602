import { expect } from "vitest";
import {
  BadParameterError,
  ConflictError,
  type Docker,
  type Filters,
  ForbiddenError,
  NotFoundError,
} from "../../src/index.js";
import { type Scenario, unique } from "./scenario.js";

async function runs(docker: Docker, image: string): Promise<void> {
  const name = unique("runs");
  const { Id } = await docker.containers.create(
    { Image: image, Cmd: ["sh", "-c", "echo out; echo err >&2; exit 3"], Labels: { sdk: name } },
    { name },
  );
  try {
    expect(Id).toMatch(/^[0-9a-f]{64}$/);
    expect((await docker.containers.inspect(name)).State).toMatchObject({
      Status: "created",
      Running: false,
      ExitCode: 0,
    });
    const { StatusCode } = await docker.containers.wait(
      Id,
      { condition: "next-exit" },
      { onWaiting: () => docker.containers.start(name) },
    );
    expect(StatusCode).toBe(3);
    const { State, Name, Config } = await docker.containers.inspect(Id.slice(0, 12));
    expect(State).toMatchObject({ Status: "exited", Running: false, ExitCode: 3, Pid: 0 });
    expect(Name).toBe(`/${name}`);
    expect(Config.Labels).toMatchObject({ sdk: name });

    expect(await docker.containers.logs(Id, { stdout: true }).text()).toBe("out\n");
    expect(await docker.containers.logs(Id, { stderr: true }).text()).toBe("err\n");
    const lines: string[] = [];
    for await (const line of docker.containers.logs(Id, { stdout: true, stderr: true }).lines()) {
      lines.push(line);
    }
    expect(lines.sort()).toEqual(["err", "out"]);

    const filters = { label: [`sdk=${name}`] };
    expect(await docker.containers.list({ filters })).toEqual([]);
    const [summary, ...more] = await docker.containers.list({ all: true, filters });
    expect(more).toEqual([]);
    expect(summary).toMatchObject({ Id, Names: [`/${name}`], Image: image, State: "exited" });
    expect(summary?.Status).toMatch(/^Exited \(3\) /);
    // What has ended is waited for no longer.
    expect((await docker.containers.wait(Id)).StatusCode).toBe(3);
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
  await expect(docker.containers.inspect(Id)).rejects.toBeInstanceOf(NotFoundError);
}

async function isControlled(docker: Docker, image: string): Promise<void> {
  const name = unique("controlled");
  const { Id } = await docker.containers.create({ Image: image, Cmd: ["sleep", "600"] }, { name });
  const status = async (): Promise<string | undefined> =>
    (await docker.containers.inspect(Id)).State.Status;
  try {
    await expect(docker.containers.pause(Id)).rejects.toBeInstanceOf(ConflictError);
    await docker.containers.start(Id);
    await docker.containers.start(Id);
    expect(await status()).toBe("running");
    const { Titles, Processes } = await docker.containers.top(Id);
    expect(Titles).toContain("PID");
    expect(Processes).toHaveLength(1);

    await docker.containers.pause(Id);
    expect(await status()).toBe("paused");
    await expect(docker.containers.pause(Id)).rejects.toBeInstanceOf(ConflictError);
    await docker.containers.unpause(Id);
    expect(await status()).toBe("running");

    await expect(docker.containers.remove(Id)).rejects.toBeInstanceOf(ConflictError);
    const renamed = unique("renamed");
    await docker.containers.rename(Id, { name: renamed });
    expect((await docker.containers.inspect(renamed)).Id).toBe(Id);
    await expect(docker.containers.inspect(name)).rejects.toBeInstanceOf(NotFoundError);

    await docker.containers.restart(Id, { t: 0 });
    expect(await status()).toBe("running");
    await docker.containers.stop(Id, { t: 0 });
    await docker.containers.stop(Id);
    expect(await status()).toBe("exited");
    expect((await docker.containers.inspect(Id)).State.ExitCode).toBe(137);

    await expect(docker.containers.kill(Id)).rejects.toBeInstanceOf(ConflictError);
    await docker.containers.start(Id);
    const ended = docker.containers.wait(Id);
    await docker.containers.kill(Id, { signal: "KILL" });
    expect((await ended).StatusCode).toBe(137);
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
}

async function removesItself(docker: Docker, image: string): Promise<void> {
  const { Id } = await docker.containers.create({
    Image: image,
    Cmd: ["true"],
    HostConfig: { AutoRemove: true },
  });
  const { StatusCode } = await docker.containers.wait(
    Id,
    { condition: "removed" },
    { onWaiting: () => docker.containers.start(Id) },
  );
  expect(StatusCode).toBe(0);
  await expect(docker.containers.inspect(Id)).rejects.toBeInstanceOf(NotFoundError);
}

async function writesToATty(docker: Docker, image: string): Promise<void> {
  const { Id } = await docker.containers.create({
    Image: image,
    Cmd: ["echo", "hello"],
    Tty: true,
  });
  try {
    await docker.containers.start(Id);
    await docker.containers.wait(Id);
    const output = docker.containers.logs(Id, { stdout: true, stderr: true });
    expect(await output.text()).toBe("hello\r\n");
    expect(await docker.containers.logs(Id, { stdout: true, tail: 0 }).text()).toBe("");
  } finally {
    await docker.containers.remove(Id);
  }
}

async function isFollowed(docker: Docker, image: string): Promise<void> {
  const { Id } = await docker.containers.create({
    Image: image,
    Cmd: ["sh", "-c", "echo one; sleep 1; echo two"],
  });
  try {
    await docker.containers.start(Id);
    const lines: string[] = [];
    const follow = docker.containers.logs(Id, { stdout: true, follow: true });
    for await (const line of follow.lines()) lines.push(line);
    expect(lines).toEqual(["one", "two"]);
  } finally {
    await docker.containers.remove(Id, { force: true });
  }
}

async function isRefused(docker: Docker, image: string): Promise<void> {
  const { containers } = docker;
  const message = (text: string): object => expect.objectContaining({ message: text });
  await expect(containers.inspect("sdk-nobody")).rejects.toEqual(
    message("No such container: sdk-nobody"),
  );
  await expect(containers.start("sdk-nobody")).rejects.toBeInstanceOf(NotFoundError);
  await expect(containers.create({ Image: "sdk/nothing:1" })).rejects.toEqual(
    message("No such image: sdk/nothing:1"),
  );
  await expect(containers.create({ Image: image }, { name: "b@d" })).rejects.toBeInstanceOf(
    BadParameterError,
  );
  const nonsense = { nonsense: ["1"] } as Filters<"ContainerList">;
  await expect(containers.list({ filters: nonsense })).rejects.toBeInstanceOf(BadParameterError);
  await expect(containers.logs("sdk-nobody", { stdout: true }).text()).rejects.toBeInstanceOf(
    NotFoundError,
  );

  const name = unique("refused");
  const { Id } = await containers.create({ Image: image, Cmd: ["/no/such/program"] }, { name });
  try {
    await expect(containers.create({ Image: image }, { name })).rejects.toEqual(
      message(
        `Conflict. The container name "/${name}" is already in use by container "${Id}". You have to remove (or rename) that container to be able to reuse that name.`,
      ),
    );
    await expect(containers.logs(Id, {}).text()).rejects.toEqual(
      message("Bad parameters: you must choose at least one stream"),
    );
    await expect(containers.start(Id)).rejects.toBeInstanceOf(BadParameterError);
    await isInUse(docker, Id);
  } finally {
    await containers.remove(Id);
  }
}

/** An image of its own, as one with several names only loses the one by which it is removed. */
async function isInUse(docker: Docker, from: string): Promise<void> {
  const repo = unique("used");
  const { Id: made } = await docker.containers.commit(from, {}, { repo, tag: "1" });
  const { Id } = await docker.containers.create({ Image: made });
  try {
    await expect(docker.images.remove(`${repo}:1`)).rejects.toBeInstanceOf(ConflictError);
  } finally {
    await docker.containers.remove(Id);
    await docker.images.remove(`${repo}:1`);
  }
}

async function isUpdatedAndCommitted(docker: Docker, image: string): Promise<void> {
  const repo = unique("committed");
  const { Id } = await docker.containers.create({ Image: image, Cmd: ["true"] });
  try {
    await docker.containers.update(Id, {
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 },
    });
    expect((await docker.containers.inspect(Id)).HostConfig?.RestartPolicy).toEqual({
      Name: "on-failure",
      MaximumRetryCount: 2,
    });
    expect(await docker.containers.diff(Id)).toEqual([]);
    const made = await docker.containers.commit(Id, { Cmd: ["date"] }, { repo, tag: "1" });
    expect(made.Id).toMatch(/^sha256:/);
    expect((await docker.images.inspect(`${repo}:1`)).Config?.Cmd).toEqual(["date"]);
  } finally {
    await docker.containers.remove(Id);
    await docker.images.remove(`${repo}:1`);
  }
}

async function usesNetworks(docker: Docker, image: string): Promise<void> {
  const network = unique("network");
  const name = unique("networked");
  const { Id: networkId } = await docker.networks.create({
    Name: network,
    Labels: { sdk: network },
  });
  const { Id } = await docker.containers.create(
    { Image: image, Cmd: ["sleep", "600"], HostConfig: { NetworkMode: network } },
    { name },
  );
  try {
    await docker.containers.start(Id);
    const { Containers, Driver, IPAM } = await docker.networks.inspect(network);
    expect(Driver).toBe("bridge");
    expect(Containers?.[Id]).toMatchObject({ Name: name });
    expect(IPAM.Config?.[0]?.Subnet).toMatch(/^\d+\.\d+\.\d+\.\d+\/\d+$/);
    await expect(docker.networks.remove(network)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(docker.networks.remove("bridge")).rejects.toEqual(
      expect.objectContaining({
        message: "bridge is a pre-defined network and cannot be removed",
      }),
    );
    await docker.networks.disconnect(networkId, { Container: Id });
    expect((await docker.containers.inspect(Id)).NetworkSettings.Networks).not.toHaveProperty(
      network,
    );
    await docker.networks.connect(network, {
      Container: name,
      EndpointConfig: { Aliases: ["www"] },
    });
    const { Networks } = (await docker.containers.inspect(Id)).NetworkSettings;
    expect(Networks?.[network]?.Aliases).toContain("www");
    const found = await docker.networks.list({ filters: { label: [`sdk=${network}`] } });
    expect(found.map((one) => one.Name)).toEqual([network]);
  } finally {
    await docker.containers.remove(Id, { force: true });
    await docker.networks.remove(network);
  }
  await expect(docker.networks.inspect(network)).rejects.toEqual(
    expect.objectContaining({ message: `network ${network} not found` }),
  );
}

async function usesVolumes(docker: Docker, image: string): Promise<void> {
  const name = unique("volume");
  const volume = await docker.volumes.create({ Name: name, Labels: { sdk: name } });
  expect(volume).toMatchObject({
    Name: name,
    Driver: "local",
    Scope: "local",
    Labels: { sdk: name },
  });
  expect((await docker.volumes.create({ Name: name })).Mountpoint).toBe(volume.Mountpoint);
  const { Id } = await docker.containers.create({
    Image: image,
    HostConfig: { Mounts: [{ Type: "volume", Source: name, Target: "/data" }] },
  });
  try {
    const [mount] = (await docker.containers.inspect(Id)).Mounts ?? [];
    expect(mount).toMatchObject({ Type: "volume", Name: name, Destination: "/data", RW: true });
    await expect(docker.volumes.remove(name)).rejects.toEqual(
      expect.objectContaining({
        message: `remove ${name}: volume is in use - [${Id}]`,
        status: 409,
      }),
    );
    const { Volumes } = await docker.volumes.list({ filters: { label: [`sdk=${name}`] } });
    expect(Volumes?.map((one) => one.Name)).toEqual([name]);
  } finally {
    await docker.containers.remove(Id);
    await docker.volumes.remove(name);
  }
  await expect(docker.volumes.inspect(name)).rejects.toBeInstanceOf(NotFoundError);
  await docker.volumes.remove(name, { force: true });
}

async function hasImages(docker: Docker, image: string): Promise<void> {
  const repo = unique("image");
  const { Id, Os } = await docker.images.inspect(image);
  expect(Os).toBe("linux");
  await docker.images.tag(image, { repo, tag: "1" });
  const listed = await docker.images.list({ filters: { reference: [`${repo}:*`] } });
  expect(listed.map((one) => one.Id)).toEqual([Id]);
  expect(listed[0]?.RepoTags).toContain(`${repo}:1`);
  expect((await docker.images.history(`${repo}:1`)).length).toBeGreaterThan(0);
  expect(await docker.images.remove(`${repo}:1`)).toEqual([{ Untagged: `${repo}:1` }]);
  await expect(docker.images.inspect(`${repo}:1`)).rejects.toMatchObject({
    status: 404,
    // Engine 20.10 says it twice.
    message: expect.stringMatching(`No such image: ${repo}:1$`),
  });
}

async function tellsOfItself(docker: Docker): Promise<void> {
  const { apiVersion, osType } = await docker.system.ping();
  expect(osType).toBe("linux");
  const version = await docker.system.version();
  expect(version.ApiVersion).toBe(apiVersion);
  expect(await docker.apiVersion()).toBe(apiVersion);
  const info = await docker.system.info();
  expect(info.ServerVersion).toBe(version.Version);
  expect(info.NCPU).toBeGreaterThan(0);
  expect(await docker.system.dataUsage()).toHaveProperty("Images");
}

export const lifeCycle: Scenario[] = [
  { title: "an engine tells of itself", run: tellsOfItself },
  { title: "a container runs, ends, is read and removed", run: runs },
  {
    title: "a container is started, paused, renamed, restarted, stopped and killed",
    run: isControlled,
  },
  { title: "a container that removes itself is waited for", run: removesItself },
  { title: "a container with a TTY is read as it wrote", run: writesToATty },
  { title: "the logs of a running container are followed to its end", run: isFollowed },
  { title: "what cannot be is refused in the engine's words", run: isRefused },
  { title: "a container is updated and made into an image", run: isUpdatedAndCommitted },
  { title: "a container is connected to networks", run: usesNetworks },
  { title: "a volume is created, used and removed", run: usesVolumes },
  { title: "an image is tagged, listed and untagged", run: hasImages },
];
