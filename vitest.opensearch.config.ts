import { defineConfig } from "vitest/config";

/** What needs a running cluster: `npm run test:opensearch` starts one. */
export default defineConfig({
  test: {
    include: ["tests/opensearch/**/*.cluster.ts"],
    setupFiles: ["tests/setup.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
