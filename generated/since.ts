// Made by `npm run generate` from api-spec.yaml; do not edit.

/** Operation to what it takes, to the API version that brought it; the operation itself is "". */
export type Since = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const configSince: Since = {};

export const containerSince: Since = {
  ContainerRestart: { signal: "1.42" },
  ContainerStop: { signal: "1.42" },
};

export const distributionSince: Since = {};

export const execSince: Since = {};

export const imageSince: Since = {
  BuildPrune: { "reserved-space": "1.48", "max-used-space": "1.48", "min-free-space": "1.48" },
  ImageAttestations: { "": "1.55" },
  ImageDelete: { platforms: "1.50" },
  ImageGet: { platform: "1.48" },
  ImageGetAll: { platform: "1.48" },
  ImageHistory: { platform: "1.48" },
  ImageInspect: { manifests: "1.48", platform: "1.49" },
  ImageList: { "shared-size": "1.42", manifests: "1.47", identity: "1.54" },
  ImageLoad: { platform: "1.48" },
  ImagePush: { platform: "1.46" },
};

export const networkSince: Since = {};

export const nodeSince: Since = {};

export const pluginSince: Since = {};

export const secretSince: Since = {};

export const serviceSince: Since = {};

export const sessionSince: Since = {};

export const swarmSince: Since = {};

export const systemSince: Since = {
  SystemDataUsage: { type: "1.42", verbose: "1.52" },
};

export const taskSince: Since = {};

export const volumeSince: Since = {
  VolumeUpdate: { "": "1.42" },
};
