// Made by `npm run generate` from api-spec.yaml; do not edit.

import type { Since } from "../src/transport/since.js";

export const systemSince: Since = {
  SystemDataUsage: { type: "1.42", verbose: "1.52" },
};
