import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../src/config.ts";
import { VerbatimError } from "../../src/errors.ts";
import { listen, urlOf } from "../../src/http/listen.ts";
import { type Diagnosis, ill, well } from "./diagnosis.ts";

const ANSWER_WITHIN_MS = 2_000;

type ServerSettings = Pick<Config, "host" | "port" | "projectDirectory">;

/** The port is free, or a Verbatim answers at it; and the pages are built. */
export async function lookAtServer(config: ServerSettings): Promise<readonly Diagnosis[]> {
  return [await lookAtPort(config), ...["web", "playground"].map((page) => lookAtPage(page, config))];
}

async function lookAtPort({ host, port }: ServerSettings): Promise<Diagnosis> {
  try {
    const { close } = await listen((_request, response) => response.end(), { host, port });
    await close();
    return well("port", `${host}:${port} is free`);
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    if (error.code === "PORT_IN_USE" && (await isVerbatim(urlOf({ host, port })))) {
      return well("port", `a Verbatim answers at ${host}:${port}`);
    }
    return ill("port", `${host}:${port} can't be listened on`, error.message);
  }
}

async function isVerbatim(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return ((await response.json()) as { readonly status?: string }).status === "ok";
  } catch {
    return false;
  }
}

function lookAtPage(page: string, { projectDirectory }: ServerSettings): Diagnosis {
  const isBuilt = existsSync(join(projectDirectory, "dist", page, "index.html"));
  return isBuilt ? well(`page (${page})`, "is built") : ill(`page (${page})`, "is not built", "Run npm run build.");
}
