import type { ComparisonScenario } from "../setting.js";

/** What a value is, and what is in it: of a host's own values no more can be compared. */
function shapeOf(value: unknown, depth = 2): unknown {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value !== "object") return typeof value;
  if (depth === 0) return "an object";
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, shapeOf(each, depth - 1)]),
  );
}

/** Whoever built with BuildKit has left something in the engine's cache; the mock daemon has no BuildKit. */
const withoutCache = ({ BuildCache, ...rest }: Record<string, unknown>): object => rest;

/** What an engine says of itself. */
export const ofSystem: readonly ComparisonScenario[] = [
  {
    title: "the version has its parts",
    async run({ quietly, note }) {
      const { status, json } = await quietly("GET", "/version");
      const { Components, ...rest } = json;
      note("version", [status, shapeOf(rest)]);
      note("api", [json.ApiVersion, json.MinAPIVersion, json.Os, json.Arch]);
      const parts = Components.map(({ Name, Details }: Record<string, object>) => [
        // Distributions package another one.
        String(Name).replace("tini-static", "docker-init"),
        Object.keys(Details ?? {}).toSorted(),
      ]);
      note("components", parts);
    },
  },
  {
    title: "a ping is answered with what a client needs to know",
    async run({ quietly, note }) {
      const wanted = ["api-version", "builder-version", "swarm", "ostype", "docker-experimental"];
      const more = ["cache-control", "pragma", "content-type", "content-length"];
      for (const [method, path] of [
        ["GET", "/_ping"],
        ["HEAD", "/_ping"],
        ["GET", "/v1.41/_ping"],
      ] as const) {
        const { status, text, headers } = await quietly(method, path);
        const told = [...wanted, ...more].map((name) => [name, headers[name]]);
        note(`${method} ${path}`, [status, text, Object.fromEntries(told)]);
      }
    },
  },
  {
    title: "the info has the fields of each API version",
    async run({ quietly, note, minor }) {
      for (const version of [41, 42, 44, 45, 46, 47, 48, 49, 50, 51].filter(
        (each) => each <= minor,
      )) {
        const { json } = await quietly("GET", `/v1.${version}/info`);
        const { Runtimes, RegistryConfig, ContainerdCommit, Warnings, ...rest } = json;
        note(`1.${version}`, shapeOf(rest));
        note("registries", [shapeOf(RegistryConfig, 1), Object.keys(RegistryConfig).toSorted()]);
        note("runtimes", Object.keys(Runtimes).toSorted());
      }
    },
  },
  {
    title: "the info tells what the engine can do",
    async run({ quietly, note }) {
      const { json } = await quietly("GET", "/info");
      const { Plugins, Driver, LoggingDriver, Swarm, OSType, Architecture, DefaultRuntime } = json;
      note("can", { Plugins, Driver, LoggingDriver, Swarm, OSType, Architecture, DefaultRuntime });
      note(
        "driver",
        json.DriverStatus.map(([name]: readonly string[]) => name),
      );
      const { Isolation, ExperimentalBuild, LiveRestoreEnabled, Labels, GenericResources } = json;
      note("more", { Isolation, ExperimentalBuild, LiveRestoreEnabled, Labels, GenericResources });
    },
  },
  {
    title: "the use of the disk is told in lists",
    async run({ quietly, note, image }) {
      const { json } = await quietly("GET", "/system/df");
      note("shape", shapeOf(withoutCache(json), 1));
      const { SharedSize, Size, VirtualSize, Containers, RepoTags, RepoDigests, ...rest } =
        json.Images.find(({ RepoTags: tags }: { RepoTags?: string[] }) => tags?.includes(image));
      note("image", { ...rest, hasVirtualSize: VirtualSize === Size });
    },
  },
  {
    title: "the use of the disk is told of what is asked for",
    async run({ quietly, note }) {
      for (const asked of [
        "type=image",
        "type=container",
        "type=volume",
        "type=build-cache",
        "type=image&type=volume",
        "type=x",
      ]) {
        const { status, json } = await quietly("GET", `/system/df?${asked}`);
        note(asked, [status, status === 200 ? shapeOf(withoutCache(json), 1) : json]);
      }
    },
  },
];
