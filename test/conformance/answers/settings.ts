import type { Body } from "../../../src/index.js";
import { type AnswerScenario, create, look, start } from "./scenario.js";

/** Containers: what they can be set up with. */
export const ofSettings: readonly AnswerScenario[] = [
  {
    title: "a container with nothing set",
    operations: ["ContainerCreate", "ContainerInspect"],
    async run(setting) {
      const { docker, image, later } = setting;
      const { Id } = await docker.containers.create({ Image: image });
      later(() => docker.containers.remove(Id, { force: true }));
      await look(setting, Id);
    },
  },
  {
    title: "a container with mounts of every kind",
    operations: ["ContainerInspect", "ContainerList"],
    async run(setting) {
      const { docker, name, later } = setting;
      later(() => docker.volumes.remove(name));
      const HostConfig = {
        Binds: ["/usr:/host:ro", `${name}:/named`],
        Tmpfs: { "/quick": "size=1m" },
        Mounts: [
          { Type: "bind", Source: "/usr", Target: "/bound", ReadOnly: true },
          {
            Type: "bind",
            Source: "/usr",
            Target: "/private",
            BindOptions: { Propagation: "private" },
          },
          { Type: "volume", Source: name, Target: "/again", VolumeOptions: { NoCopy: true } },
          { Type: "volume", Target: "/nameless", VolumeOptions: { Labels: { a: "b" } } },
          { Type: "tmpfs", Target: "/small", TmpfsOptions: { SizeBytes: 1 << 20, Mode: 0o700 } },
        ],
      } satisfies Body<"ContainerCreate">["HostConfig"];
      const id = await start(setting, { HostConfig, Volumes: { "/anonymous": {} } });
      await look(setting, id);
      const second = await create(setting, { Volumes: { "/data": {} } }, "-second");
      const VolumesFrom = [second];
      await look(setting, await start(setting, { HostConfig: { VolumesFrom } }, "-third"));
    },
  },
  {
    title: "containers in networks of every mode",
    operations: ["ContainerInspect", "ContainerList"],
    async run(setting) {
      const { name } = setting;
      const first = await start(setting);
      for (const NetworkMode of ["none", "host", "bridge", "default", `container:${first}`]) {
        const suffix = `-${NetworkMode.slice(0, 9).replace(":", "")}`;
        await look(setting, await start(setting, { HostConfig: { NetworkMode } }, suffix));
      }
      const ExposedPorts = { "80/tcp": {}, "53/udp": {}, "81/tcp": {} };
      const PortBindings = {
        "80/tcp": [{ HostPort: "0" }],
        "53/udp": [{ HostIp: "127.0.0.1", HostPort: "" }],
      };
      const published = { ExposedPorts, HostConfig: { PortBindings }, Hostname: name.slice(0, 12) };
      const id = await start(setting, published, "-ports");
      await look(setting, id);
      await setting.docker.containers.kill(id);
      await setting.docker.containers.wait(id);
      await look(setting, id);
      const all = { ExposedPorts, HostConfig: { PublishAllPorts: true } };
      await look(setting, await start(setting, all, "-all"));
    },
  },
  {
    title: "a container with every limit and privilege",
    operations: ["ContainerCreate", "ContainerInspect"],
    async run(setting) {
      const HostConfig = {
        RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
        Memory: 64 << 20,
        MemoryReservation: 32 << 20,
        MemorySwap: 64 << 20,
        CpuShares: 512,
        CpuPeriod: 100_000,
        CpuQuota: 50_000,
        CpusetCpus: "0",
        PidsLimit: 50,
        OomScoreAdj: 100,
        Ulimits: [{ Name: "nofile", Soft: 100, Hard: 200 }],
        Devices: [
          { PathOnHost: "/dev/null", PathInContainer: "/dev/nil", CgroupPermissions: "rwm" },
        ],
        DeviceCgroupRules: ["c 1:3 rwm"],
        CapAdd: ["NET_ADMIN"],
        CapDrop: ["MKNOD"],
        Dns: ["1.1.1.1"],
        DnsOptions: ["ndots:1"],
        DnsSearch: ["example.com"],
        ExtraHosts: ["db:10.0.0.1"],
        GroupAdd: ["10"],
        IpcMode: "private",
        PidMode: "host",
        ReadonlyRootfs: true,
        SecurityOpt: ["no-new-privileges"],
        ShmSize: 1 << 20,
        Sysctls: { "net.ipv4.ip_forward": "1" },
        LogConfig: { Type: "json-file", Config: { "max-size": "1m" } },
        Init: false,
      } satisfies Body<"ContainerCreate">["HostConfig"];
      const id = await create(setting, {
        HostConfig,
        Domainname: "example.com",
        Entrypoint: ["sleep"],
        Cmd: ["600"],
        Env: ["A=1"],
        OpenStdin: true,
        StdinOnce: true,
        Shell: ["/bin/sh", "-c"],
        StopTimeout: 1,
        User: "0:0",
        WorkingDir: "/tmp",
      });
      await look(setting, id);
      const Privileged = {
        HostConfig: { Privileged: true, RestartPolicy: { Name: "always" } },
      } as const;
      await look(setting, await create(setting, Privileged, "-privileged"));
      await look(setting, await create(setting, { Tty: true, NetworkDisabled: true }, "-terminal"));
    },
  },
];
