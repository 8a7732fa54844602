import type { ComparisonScenario, Setting } from "../setting.js";
import { showAll } from "./container-steps.js";
import { container } from "./image-steps.js";

/** Asks for containers, and removes those that the engine makes. */
async function create(setting: Setting, ...bodies: readonly object[]): Promise<void> {
  const { name, image, quietly, note } = setting;
  for (const [index, body] of bodies.entries()) {
    const json = { Image: image, ...body };
    const { status, json: answer } = await quietly(
      "POST",
      `/containers/create?name=${name}${index}`,
      { json },
    );
    note(JSON.stringify(body), [status, answer]);
    if (status === 201) await quietly("DELETE", `/containers/${name}${index}?force=1&v=1`);
  }
}

const host = (settings: object): object => ({ HostConfig: settings });

/** What makes a container, and what does not. */
export const ofContainerCreate: readonly ComparisonScenario[] = [
  {
    title: "names of containers are unique and have rules",
    async run(setting) {
      const { name, image, quietly, note } = setting;
      await container(setting);
      for (const wanted of [name, `/${name}`, "a", "-ab", "a b", "a/b", "ä", `${name}/`, "_x"]) {
        const path = `/containers/create?name=${encodeURIComponent(wanted)}`;
        const { status, json } = await quietly("POST", path, { json: { Image: image } });
        note(wanted, [status, json]);
      }
    },
  },
  {
    title: "a container needs an image that is there",
    async run(setting) {
      const { name, call } = setting;
      const path = `/containers/create?name=${name}`;
      for (const Image of [
        undefined,
        "",
        `${name}:nope`,
        name,
        "UPPER",
        `sha256:${"a".repeat(64)}`,
        "a:b:c",
      ]) {
        await call("POST", path, { json: { Image, Cmd: ["x"] } });
      }
    },
  },
  {
    title: "a container needs a body that can be read",
    async run({ name, call }) {
      const path = `/containers/create?name=${name}`;
      await call("POST", path);
      await call("POST", path, { body: "{}" });
      const headers = { "content-type": "application/json" };
      for (const body of ["", "{}", "null", "x", "[]", "{} {}", '{"Image":1}', '{"Cmd":{}}']) {
        await call("POST", path, { body, headers });
      }
      await call("POST", path, { body: "{}", headers: { "content-type": "text/plain" } });
    },
  },
  {
    title: "ports of a container are ports",
    async run(setting) {
      const bound = (port: string, ...bindings: readonly object[]): object =>
        host({ PortBindings: { [port]: bindings } });
      await create(
        setting,
        { ExposedPorts: { x: {} } },
        { ExposedPorts: { "80/nope": {} } },
        { ExposedPorts: { "99999/tcp": {} } },
        bound("x", {}),
        bound("80/tcp", { HostPort: "x" }),
        bound("80/tcp", { HostPort: "99999" }),
        bound("80/tcp", { HostIp: "127.0.0.1", HostPort: "" }),
        bound("99999/tcp", { HostPort: "1" }),
      );
    },
  },
  {
    title: "mounts and binds of a container lead somewhere",
    async run(setting) {
      const mount = (settings: object): object => host({ Mounts: [settings] });
      await create(
        setting,
        host({ Binds: ["x"] }),
        host({ Binds: ["a:b:c:d"] }),
        host({ Binds: ["/a:b"] }),
        host({ Binds: ["/a:/"] }),
        host({ Binds: ["/a:/b:nope"] }),
        host({ Binds: ["/tmp:/b", "/tmp:/b"] }),
        host({ Binds: ["A B:/b"] }),
        mount({ Type: "nope", Target: "/a" }),
        mount({ Type: "volume" }),
        mount({ Type: "volume", Target: "a" }),
        mount({ Type: "volume", Target: "/" }),
        mount({ Type: "bind", Target: "/a" }),
        mount({ Type: "bind", Source: "a", Target: "/a" }),
        mount({ Type: "bind", Source: `/nope-${setting.name}`, Target: "/a" }),
        mount({ Type: "tmpfs", Source: "/a", Target: "/a" }),
        mount({ Type: "bind", Source: "/tmp", Target: "/a", VolumeOptions: {} }),
        host({ Tmpfs: { "/a": "size=1m,nope" } }),
        { Volumes: { a: {} } },
      );
    },
  },
  {
    title: "restart policies of a container are known ones",
    async run(setting) {
      const policy = (Name: string, MaximumRetryCount?: number): object =>
        host({ RestartPolicy: { Name, MaximumRetryCount } });
      await create(
        setting,
        policy("nope"),
        policy("always", 1),
        policy("no", 1),
        policy("on-failure", -1),
        policy("unless-stopped", -1),
        policy("", 1),
        policy(""),
      );
    },
  },
  {
    title: "resources of a container are within limits",
    async run(setting) {
      await create(
        setting,
        ...[
          { Memory: 1024 },
          { Memory: -1 },
          { MemorySwap: 1 },
          { Memory: 2 ** 26, MemorySwap: 1 },
          { MemoryReservation: 1 },
          { Memory: 2 ** 26, MemoryReservation: 2 ** 27 },
          { MemorySwappiness: 101 },
          { CpuPeriod: 1 },
          { CpuQuota: 1 },
          { CpuShares: -1 },
          { NanoCpus: -1 },
          { NanoCpus: 1e9, CpuQuota: 10000 },
          { BlkioWeight: 1 },
          { OomScoreAdj: 2000 },
          { ShmSize: -1 },
          { CpusetCpus: "x" },
        ].map(host),
      );
    },
  },
  {
    title: "modes of a container are known ones",
    async run(setting) {
      await create(
        setting,
        ...[
          { PidMode: "nope" },
          { IpcMode: "nope" },
          { UTSMode: "nope" },
          { CgroupnsMode: "nope" },
          { UsernsMode: "nope" },
          { NetworkMode: "host", PortBindings: { "80/tcp": [{ HostPort: "1" }] } },
          { Runtime: "nope" },
          { LogConfig: { Type: "json-file", Config: { nope: "1" } } },
          { Isolation: "nope" },
          { VolumesFrom: ["nope"] },
          { Links: ["nope"] },
          { ExtraHosts: ["x"] },
          { Sysctls: { "a.b": "c" } },
          { CapAdd: ["NOPE"] },
          { Dns: ["x"] },
        ].map(host),
      );
    },
  },
  {
    title: "settings of a container are checked",
    async run(setting) {
      await create(
        setting,
        { StopSignal: "NOPE" },
        { WorkingDir: "a" },
        { Env: ["=x"] },
        { Env: [""] },
        { Hostname: "a b" },
        { Hostname: "a".repeat(65) },
        { Domainname: "a b" },
        { Healthcheck: { Test: ["CMD", "true"], Interval: 1 } },
        { Healthcheck: { Test: ["CMD", "true"], Timeout: 1 } },
        { Healthcheck: { Test: ["CMD", "true"], Retries: -1 } },
        { Healthcheck: { Test: ["CMD", "true"], StartPeriod: 1 } },
        { Healthcheck: { Test: ["NOPE"] } },
        { MacAddress: "x" },
        { User: "nobody" },
      );
    },
  },
  {
    title: "a container has what it was made with",
    async run(setting) {
      const id = await container(setting, {
        Cmd: "one",
        Entrypoint: "two",
        Tty: true,
        OpenStdin: true,
        StdinOnce: true,
        User: "1:2",
        WorkingDir: "/a//b/",
        StopTimeout: 3,
        ExposedPorts: { "80/tcp": {}, "81/udp": {} },
        Healthcheck: { Test: ["CMD", "true"], Interval: 1e9 },
        HostConfig: {
          Memory: 2 ** 26,
          NanoCpus: 5e8,
          RestartPolicy: { Name: "on-failure" },
          PortBindings: { "80/tcp": [{ HostPort: "" }] },
          CapAdd: ["net_admin"],
          CapDrop: ["ALL"],
          Tmpfs: { "/t": "" },
          Ulimits: [{ Name: "nofile", Soft: 10, Hard: 20 }],
          ExtraHosts: ["a:1.2.3.4"],
          Init: true,
          ReadonlyRootfs: true,
          Privileged: true,
        },
      });
      await showAll(setting, id);
    },
  },
];
