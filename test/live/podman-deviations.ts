import { type Deviations, REFUSAL } from "../conformance/answers/deviations.js";

const UNKNOWN = "is not in the document";
const ENUM = "must be equal to one of the allowed values";

/** Where podman 5 answers otherwise than an engine; what is not listed here fails the test. */
export const podman: Deviations = {
  answers: [
    {
      operation: REFUSAL,
      paths: ["/cause", "/response"],
      mismatch: UNKNOWN,
      sends: "the innermost reason and the status, beside the message",
    },
    {
      operation: "ContainerInspect",
      paths: ["/HostConfig/CgroupnsMode"],
      mismatch: ENUM,
      sends: "an empty string",
    },
    {
      operation: "ContainerInspect",
      paths: ["/HostConfig/LogConfig/Config"],
      mismatch: "must be object",
      sends: "null where nothing was set",
    },
    {
      operation: "ContainerInspect",
      paths: ["/HostConfig/MemorySwappiness"],
      mismatch: "must be >= 0",
      sends: "-1 where a memory limit was set",
    },
    {
      operation: "ContainerInspect",
      paths: ["/State/Health/Log"],
      mismatch: "must be array",
      sends: "null before the first probe",
    },
    {
      operation: "ContainerInspect",
      paths: ["/State/Status"],
      mismatch: ENUM,
      sends: "stopped or stopping",
      sometimes: "only until podman has cleaned up after the container's end",
    },
    {
      operation: "ContainerList",
      paths: ["/*/State"],
      mismatch: ENUM,
      sends: "stopped or stopping",
      sometimes: "only until podman has cleaned up after the container's end",
    },
    {
      operation: "ContainerList",
      paths: ["/*"],
      mismatch: "must have required property 'HostConfig'",
      sends: "no HostConfig",
    },
    {
      operation: "ContainerList",
      paths: [
        "/*/Config",
        "/*/DefaultReadOnlyNonRecursive",
        "/*/Name",
        "/*/NetworkingConfig",
        "/*/Platform",
      ],
      mismatch: UNKNOWN,
      sends: "empty members of a request for a container",
    },
    ...[
      "blkio_stats",
      "cpu_stats",
      "memory_stats",
      "num_procs",
      "pids_stats",
      "precpu_stats",
      "preread",
      "read",
      "storage_stats",
    ].map((name) => ({
      operation: "ContainerStats",
      paths: ["/"],
      mismatch: `must have required property '${name}'`,
      sends: "with status 200, the error that the container is stopped",
    })),
    {
      operation: "ContainerStats",
      paths: ["/cause", "/message", "/response"],
      mismatch: UNKNOWN,
      sends: "with status 200, the error that the container is stopped",
    },
    {
      operation: "ContainerStats",
      paths: ["/cpu_stats/cpu", "/precpu_stats/cpu"],
      mismatch: UNKNOWN,
      sends: "the share of the processor, in percent",
    },
    {
      operation: "ExecInspect",
      paths: ["/ProcessConfig/arguments"],
      mismatch: "must be array",
      sends: "null for a command without arguments",
    },
    {
      operation: "ImageList",
      paths: ["/*/Dangling", "/*/Digest", "/*/History", "/*/Names"],
      mismatch: UNKNOWN,
      sends: "members of its own",
    },
    {
      operation: "SystemDataUsage",
      paths: ["/Containers/*/Mounts", "/Containers/*/Ports"],
      mismatch: "must be array",
      sends: "null",
    },
    {
      operation: "SystemDataUsage",
      paths: ["/Containers/*/NetworkSettings"],
      mismatch: "must be object",
      sends: "null",
    },
    {
      operation: "SystemEvents",
      paths: ["/Type"],
      mismatch: ENUM,
      sends: "system, for what concerns all of it",
    },
    {
      operation: "SystemInfo",
      paths: ["/CDISpecDirs", "/Labels"],
      mismatch: "must be array",
      sends: "null",
    },
    {
      operation: "SystemInfo",
      paths: [
        "/BuildahVersion",
        "/CPURealtimePeriod",
        "/CPURealtimeRuntime",
        "/Rootless",
        "/SwapFree",
        "/SwapTotal",
        "/Uptime",
      ],
      mismatch: UNKNOWN,
      sends: "members of its own",
    },
  ],
  failures: {
    "a container that is healthy, and one that is not": {
      error: /Nobody looks after its health/,
      why: "podman has systemd run the probes, and there is none",
    },
    "calls that are refused": {
      error: /It was not refused/,
      why: "podman answers 500 for a name in use and for a container that runs",
    },
    "images with their digests": {
      error: /the answer to GET \/images\/json is not JSON/,
      why: "podman answers nothing at all with the parameter digests",
    },
    "a build with BuildKit, line by line, and its cache": {
      error: /Not Found/,
      why: "podman has no build cache to prune",
    },
    "networks of other drivers": {
      error: /parent interface docker0 does not exist/,
      why: "podman's bridge is called otherwise, and is made with the first container",
    },
    "plugins whose configuration is bare": {
      error: /Not Found/,
      why: "podman has no plugins",
    },
    "an image that is only in a registry": {
      error: /is not supported/,
      why: "podman does not ask registries for a description",
    },
    "credentials that a registry accepts, and some that it refuses": {
      error: /HTTP response to HTTPS client/,
      why: "podman checks credentials over TLS alone",
    },
    "a search in a registry of the old kind, which has one": {
      error: /HTTP response to HTTPS client/,
      why: "podman searches over TLS where it was not told of the registry",
    },
  },
};
