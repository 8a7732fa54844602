// Made by `npm run generate` from api-spec.yaml; do not edit.

import type { Since } from "../src/transport/since.js";

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
