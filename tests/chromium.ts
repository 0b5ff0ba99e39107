import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The network is cut but for this machine: a page that needs another host fails its test.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** True, with a line that says so, where there is no browser to try a page in; in CI that is a failure instead. */
export function skipsBrowser(what: string): boolean {
  if (CHROMIUM || process.env.CI === "true") return false;
  console.log(`${what} is not tried in a browser: no Chromium in /usr/bin.`);
  return true;
}

export async function launchChromium(): Promise<Browser> {
  if (!CHROMIUM) throw new Error("No Chromium in /usr/bin: install the package chromium.");
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
}

/**
 * `npm run build` of one bundle, where its source has changed since it was run, so that the tests try what the source says now.
 * @param directory Where the bundle goes. @param shared Folders beside that of its settings that it is made of.
 */
export async function buildIfStale(directory: string, config: string, shared: readonly string[] = []): Promise<void> {
  const page = join(directory, "index.html");
  const folders = [dirname(config), ...shared];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((source) => join(folder, source)),
  );
  const isStale = (source: string) => statSync(source).mtimeMs > statSync(page).mtimeMs;
  if (!existsSync(page) || sources.some(isStale)) await buildBundle(config);
}

async function buildBundle(config: string): Promise<void> {
  await build({ configFile: resolve(import.meta.dirname, "..", config), logLevel: "warn" });
}

/** What a page asks for, and what goes wrong on it. */
export function watch(page: Page) {
  const urls: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => void urls.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => void complaints.push(String(error)));
  const hosts = () => [...new Set(urls.filter((url) => url.startsWith("http")).map((url) => new URL(url).host))];
  return { complaints, hosts };
}
