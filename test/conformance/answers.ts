import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Docker, OperationId } from "../../src/index.js";
import { checkAnswer } from "../support/answers.js";

/**
 * Checks what an engine answers against the API document, operation by operation.
 *
 * @param docker - closed at the end
 * @param image - an image with busybox's commands, which the engine has
 */
export function describeAnswers(docker: Docker, image: string): void {
  const { containers, images, networks, system, volumes } = docker;
  const name = `sdk-answers-${randomUUID().slice(0, 8)}`;
  const Mounts = [{ Type: "volume" as const, Source: name, Target: "/data" }];
  const minimal = `${name}-minimal`;

  beforeAll(async () => {
    await volumes.create({ Name: name, Labels: { a: "b" } });
    await networks.create({ Name: name });
    const HostConfig = {
      Mounts,
      NetworkMode: name,
      PortBindings: { "80/tcp": [{ HostPort: "0" }] },
    };
    const ExposedPorts = { "80/tcp": {} };
    const Healthcheck = { Test: ["CMD", "true"], Interval: 1e9 };
    await containers.create(
      { Image: image, Cmd: ["sleep", "600"], HostConfig, ExposedPorts, Healthcheck, Env: ["A=1"] },
      { name },
    );
    await containers.start(name);
    await containers.create({ Image: image }, { name: minimal });
  });

  afterAll(async () => {
    await containers.remove(name, { force: true });
    await containers.remove(minimal).catch(() => {});
    await networks.remove(name);
    await volumes.remove(name);
    await docker.close();
  });

  const calls: [OperationId, string, () => Promise<unknown>][] = [
    ["SystemVersion", "", () => system.version()],
    ["SystemInfo", "", () => system.info()],
    ["SystemDataUsage", "", () => system.dataUsage()],
    ["ContainerList", "with sizes", () => containers.list({ all: true, size: true })],
    ["ContainerInspect", "of a running one", () => containers.inspect(name, { size: true })],
    ["ContainerInspect", "of one with nothing set", () => containers.inspect(minimal)],
    ["ContainerTop", "", () => containers.top(name)],
    ["ContainerUpdate", "", () => containers.update(name, { CpuShares: 512 })],
    ["ContainerChanges", "", () => containers.diff(name)],
    ["ImageList", "", () => images.list({ all: true, digests: true })],
    ["ImageInspect", "", () => images.inspect(image)],
    ["ImageHistory", "", () => images.history(image)],
    ["NetworkList", "", () => networks.list()],
    ["NetworkInspect", "", () => networks.inspect(name)],
    ["NetworkInspect", "of a predefined one", () => networks.inspect("bridge", { verbose: true })],
    ["VolumeList", "", () => volumes.list()],
    ["VolumeInspect", "", () => volumes.inspect(name)],
    // Labels that nothing has: the answer of having removed nothing.
    ["ContainerPrune", "", () => containers.prune({ filters: { label: [`none=${name}`] } })],
    ["ImagePrune", "", () => images.prune({ filters: { label: [`none=${name}`] } })],
    ["NetworkPrune", "", () => networks.prune({ filters: { label: [`none=${name}`] } })],
    ["VolumePrune", "", () => volumes.prune({ filters: { label: [`none=${name}`] } })],
    ["ContainerWait", "", () => containers.wait(minimal)],
  ];

  it("ContainerExec and ExecInspect, before and after it ran", async () => {
    const exec = await docker.exec.create(name, { Cmd: ["true"], AttachStdout: true });
    expect(checkAnswer("ContainerExec", 201, exec)).toEqual([]);
    expect(checkAnswer("ExecInspect", 200, await docker.exec.inspect(exec.Id))).toEqual([]);
    await (await docker.exec.start(exec.Id)).output.text();
    expect(checkAnswer("ExecInspect", 200, await docker.exec.inspect(exec.Id))).toEqual([]);
  });

  it("ContainerStats of a running one and of one that does not run", async () => {
    for (const id of [name, minimal]) {
      const one = await containers.stats(id, { stream: false, "one-shot": true });
      expect(checkAnswer("ContainerStats", 200, one)).toEqual([]);
    }
    for await (const sample of containers.stats(name)) {
      expect(checkAnswer("ContainerStats", 200, sample)).toEqual([]);
      break;
    }
  });

  it("SystemEvents", async () => {
    const since = Date.parse((await system.info()).SystemTime) / 1000 - 60;
    let seen = 0;
    for await (const event of system.events({ since, until: new Date() })) {
      expect(checkAnswer("SystemEvents", 200, event)).toEqual([]);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(0);
  });

  it.each(calls)("%s %s", async (operation, _, call) => {
    expect(checkAnswer(operation, 200, await call())).toEqual([]);
  });

  it("ContainerCreate, ImageCommit, VolumeCreate and NetworkCreate", async () => {
    await containers.remove(minimal);
    const created = await containers.create({ Image: image }, { name: minimal });
    expect(checkAnswer("ContainerCreate", 201, created)).toEqual([]);
    expect(checkAnswer("ImageCommit", 201, await containers.commit(minimal))).toEqual([]);
    await images.prune();
    const volume = await volumes.create();
    expect(checkAnswer("VolumeCreate", 201, volume)).toEqual([]);
    await volumes.remove(volume.Name);
    const network = await networks.create({ Name: `${name}-2` });
    expect(checkAnswer("NetworkCreate", 201, network)).toEqual([]);
    await networks.remove(network.Id);
  });

  it("ImageDelete", async () => {
    await images.tag(image, { repo: name, tag: "1" });
    expect(checkAnswer("ImageDelete", 200, await images.remove(`${name}:1`))).toEqual([]);
  });
}
