import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./tests/slowest-first.ts";

/** Whoever asks for another order gets it. */
const isShuffled = process.argv.some((argument) => argument.startsWith("--sequence"));

export default defineConfig({
  // Two copies of graphql would meet otherwise: type-graphql loads the CommonJS one, vitest the ES module.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    globalSetup: ["tests/build-once.ts"],
    // By default one on a machine of two cores, though the tests that start a server, a command or a browser wait most of their time.
    maxWorkers: 3,
    ...(isShuffled ? {} : { sequence: { sequencer: SlowestFirst } }),
    // Each worker imports the code once for all its files, in place of once a file, which took a third of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page in a browser on a busy machine takes its time; a test waits that long only before it fails.
    expect: { poll: { timeout: 10_000 } },
  },
});
