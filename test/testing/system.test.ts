import { describe, expect, it } from "vitest";
import { MockDaemon } from "../../src/testing/index.js";
import { refusal, wire } from "./support.js";

const ask = async (daemon: MockDaemon, path: string) =>
  JSON.parse((await wire(daemon, "GET", path)).text);

describe("what an engine tells of itself", () => {
  it.each([
    [
      "1.41",
      ["KernelMemory", "BridgeNfIptables"],
      ["CDISpecDirs", "Containerd", "FirewallBackend"],
    ],
    [
      "1.45",
      ["BridgeNfIptables", "CDISpecDirs"],
      ["KernelMemory", "Containerd", "FirewallBackend"],
    ],
    ["1.49", ["BridgeNfIptables", "Containerd", "FirewallBackend"], ["KernelMemory"]],
    ["1.51", ["Containerd", "FirewallBackend", "CDISpecDirs"], ["BridgeNfIptables"]],
  ])("is what one of API %s has", async (apiVersion, there, gone) => {
    await using daemon = new MockDaemon({ apiVersion });
    const fields = Object.keys(await ask(daemon, "/info"));
    expect(fields).toEqual(expect.arrayContaining(there));
    expect(fields.filter((field) => gone.includes(field))).toEqual([]);
  });

  it("is formatted for the client", async () => {
    await using daemon = new MockDaemon();
    daemon.registry.insecure("reg.example:5000");
    const [today, before] = [await ask(daemon, "/info"), await ask(daemon, "/v1.41/info")];
    expect([today.RuncCommit, before.RuncCommit]).toEqual([
      { ID: "1.3.3" },
      { ID: "1.3.3", Expected: "1.3.3" },
    ]);
    expect(before).toMatchObject({ KernelMemory: false, BridgeNfIptables: true });
    expect(today.RegistryConfig.IndexConfigs["reg.example:5000"]).toMatchObject({ Secure: false });
  });
});

describe("the use of the disk", () => {
  const images = ["app:1"];

  it("is told in lists to clients before API 1.52, each if it is wanted", async () => {
    await using daemon = new MockDaemon({ images });
    const all = await ask(daemon, "/system/df");
    expect(all).toMatchObject({
      LayersSize: 7_800_000,
      Containers: [],
      Volumes: [],
      BuildCache: [],
    });
    expect(all.Images).toMatchObject([{ RepoTags: ["app:1"], Containers: 0, SharedSize: 0 }]);
    const some = await ask(daemon, "/system/df?type=container&type=volume");
    expect(some).toMatchObject({ LayersSize: 0, Images: null, Containers: [], BuildCache: null });
    expect(await wire(daemon, "GET", "/system/df?type=x")).toMatchObject(
      refusal(400, "unknown object type: x"),
    );
    await using old = new MockDaemon({ images, apiVersion: "1.41" });
    expect(await ask(old, "/system/df?type=x")).toMatchObject({ BuildCache: null, BuilderSize: 0 });
  });

  it("is told in sums to newer ones, with the lists if they are wanted, too", async () => {
    await using daemon = new MockDaemon({ images, apiVersion: "1.52" });
    await wire(daemon, "POST", "/volumes/create", { body: {} });
    expect(await ask(daemon, "/system/df?type=image&type=volume")).toEqual({
      ImageUsage: {
        ActiveCount: 0,
        TotalCount: 1,
        Reclaimable: 7_800_000,
        TotalSize: 7_800_000,
      },
      VolumeUsage: { ActiveCount: 0, TotalCount: 1, Reclaimable: 0, TotalSize: 0 },
    });
    await wire(daemon, "POST", "/containers/create", { body: { Image: "app:1" } });
    const { ImageUsage, ContainerUsage } = await ask(daemon, "/system/df?verbose=1");
    expect(ImageUsage).toMatchObject({ ActiveCount: 1, Reclaimable: 0 });
    expect([ImageUsage.Items.length, ContainerUsage.Items.length]).toEqual([1, 1]);
  });
});
