import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the reading page into files that the server gives at / and /assets, from no other host. */
export default defineConfig({
  root: fromHere("page"),
  base: "/",
  build: {
    outDir: fromHere("../../dist/web"),
    emptyOutDir: true,
    // What is inlined, the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
