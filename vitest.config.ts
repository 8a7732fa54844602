import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: {
    projects: [
      {
        test: {
          name: "unit",
          globalSetup: ["test/support/api-document.ts"],
          setupFiles: ["test/support/record.ts", "test/support/check-exchanges.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/live/**", "test/package/**"],
        },
      },
      {
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["test/types/**/*.test-d.ts"] },
        },
      },
      {
        test: {
          name: "live",
          setupFiles: ["test/support/record.ts"],
          include: ["test/live/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
};

export default defineConfig(config) as ViteUserConfig;
