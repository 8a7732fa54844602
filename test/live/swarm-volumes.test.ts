import { describe, expect, it } from "vitest";
import { unique } from "../conformance/scenario.js";
import { swarm } from "./engine.js";
import { checked, useSwarm } from "./swarm.js";

describe.runIf(swarm)("a cluster volume of a real engine", async () => {
  const docker = await useSwarm();

  it("is updated by its id and version, without a driver to make it", async () => {
    if (!(await docker.supports("VolumeUpdate"))) return;
    const Name = unique("sdk-cluster");
    await docker.volumes.create({
      Name,
      Driver: "sdk-no-such-driver",
      ClusterVolumeSpec: {
        AccessMode: { Scope: "single", Sharing: "none", MountVolume: {} },
        Availability: "active",
      },
    });
    const created = await checked("VolumeInspect", docker.volumes.inspect(Name));
    const { ID = "", Spec = {}, Version } = created.ClusterVolume ?? {};
    const version = Version?.Index ?? 0;
    await docker.volumes.update(ID, { Spec: { ...Spec, Availability: "drain" } }, { version });
    const updated = await docker.volumes.inspect(ID);
    expect(updated.ClusterVolume?.Spec?.Availability).toBe("drain");
    await docker.volumes.remove(ID, { force: true });
  });
});
