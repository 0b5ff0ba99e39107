import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the Playground into files that the server gives at /graphql and /graphql/assets, from no other host. */
export default defineConfig({
  root: fromHere("."),
  base: "/graphql/",
  // The workers of the editor are modules that share chunks.
  worker: { format: "es" },
  build: {
    outDir: fromHere("../../../dist/playground"),
    emptyOutDir: true,
    // The editor is some megabytes, and comes from the same machine: nothing to warn of.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // Libraries mark files for React's server and compiler, neither of which is at work here: hundreds of warnings.
      onLog: (level, log, tell) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") tell(level, log);
      },
    },
  },
});
