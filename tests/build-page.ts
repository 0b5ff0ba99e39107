import { WEB_DIRECTORY } from "../src/web/web-routes.ts";
import { buildIfStale } from "./chromium.ts";

/** Once, before any test: were each file to build the page, one would do so while another's browser loads it. */
export const setup = (): Promise<void> => buildIfStale(WEB_DIRECTORY, "src/web/vite.config.ts", ["src/model"]);
