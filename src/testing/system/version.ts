import type { Engine } from "../engine.js";
import type { AnswerBody } from "../http/call.js";
import { oldestVersion } from "../http/versions.js";

export const kernel = "6.12.0";
const commit = "f8215cc";
const buildTime = "2025-11-05T14:43:00.000000000+00:00";
const goVersion = "go1.24.9";
export const runc = "1.3.3";
export const containerd = "v1.7.29";

export function versionInfo({ identity }: Engine): NonNullable<AnswerBody<"SystemVersion">> {
  const { apiVersion, engineVersion } = identity;
  const details = {
    ApiVersion: apiVersion,
    Arch: "amd64",
    BuildTime: buildTime,
    Experimental: "false",
    GitCommit: commit,
    GoVersion: goVersion,
    KernelVersion: kernel,
    MinAPIVersion: oldestVersion(apiVersion),
    Os: "linux",
  };
  return {
    Platform: { Name: "" },
    Components: [
      { Name: "Engine", Version: engineVersion, Details: details },
      { Name: "containerd", Version: containerd, Details: { GitCommit: "" } },
      { Name: "runc", Version: runc, Details: { GitCommit: "" } },
      { Name: "docker-init", Version: "0.19.0", Details: { GitCommit: "" } },
    ],
    Version: engineVersion,
    ApiVersion: apiVersion,
    MinAPIVersion: oldestVersion(apiVersion),
    GitCommit: commit,
    GoVersion: goVersion,
    Os: "linux",
    Arch: "amd64",
    KernelVersion: kernel,
    BuildTime: buildTime,
  };
}
