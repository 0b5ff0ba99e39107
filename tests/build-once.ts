import { execFileSync } from "node:child_process";
import { WEB_DIRECTORY } from "../src/web/web-routes.ts";
import { buildIfStale } from "./chromium.ts";

/** Once, before any test: were each file to build what it needs, one would do so while another uses it. */
export async function setup(): Promise<void> {
  await buildIfStale(WEB_DIRECTORY, "src/web/vite.config.ts", ["src/model"]);
  execFileSync(process.execPath, ["bin/build.js"], { stdio: "inherit" });
}
