import { defineConfig } from "vitest/config";

/** What needs a running cluster: `npm run test:opensearch` starts one. What ends with `.after.ts` leaves it with a node less. */
export default defineConfig({
  test: {
    include: ["tests/opensearch/**/*.{cluster,after}.ts"],
    setupFiles: ["tests/setup.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
