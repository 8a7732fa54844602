import { defineConfig, type Options } from "tsup";

const config: Options = {
  entry: {
    index: "src/index.ts",
    checkpoints: "src/resources/checkpoints.ts",
    containers: "src/resources/containers.ts",
    exec: "src/resources/exec.ts",
    images: "src/resources/images.ts",
    distribution: "src/resources/distribution.ts",
    networks: "src/resources/networks.ts",
    volumes: "src/resources/volumes.ts",
    plugins: "src/resources/plugins.ts",
    system: "src/resources/system.ts",
    swarm: "src/resources/swarm.ts",
    nodes: "src/resources/nodes.ts",
    services: "src/resources/services.ts",
    tasks: "src/resources/tasks.ts",
    secrets: "src/resources/secrets.ts",
    configs: "src/resources/configs.ts",
    transport: "src/transport/index.ts",
    registry: "src/registry/index.ts",
    streams: "src/streams/index.ts",
    testing: "src/testing/index.ts",
  },
  format: ["esm", "cjs"],
  // Shared chunks in both formats: an error class must be one class, whichever entry point it came through.
  splitting: true,
  dts: true,
  clean: true,
  target: "node20",
  treeshake: true,
};

export default defineConfig(config) as Options;
