import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { EXAMPLE_TABS } from "../src/graphql/playground/example-tabs.ts";

const README = readFileSync(resolve(import.meta.dirname, "../README.md"), "utf8");
const EXAMPLES = [...README.matchAll(/```graphql\n(.+?)```\n```json\n(.+?)```/gs)].map(
  ([, query = "", answer = ""]) => ({
    query,
    answer: JSON.parse(answer) as unknown,
  }),
);

describe("the samples answer", () => {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-readme-"));
  let server: RunningServer;
  beforeAll(async () => {
    const config = readConfig({ VERBATIM_DATA_DIR: directory, VERBATIM_PORT: "0" });
    server = await startServer(config, pino({ level: "silent" }));
  });
  afterAll(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(question: { readonly query: string; readonly variables?: unknown }): Promise<unknown> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${server.url}/graphql`, { method: "POST", headers, body: JSON.stringify(question) });
    const { data, errors } = (await response.json()) as { readonly data: unknown; readonly errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  it("five questions of README", () => {
    expect(EXAMPLES).toHaveLength(5);
  });

  it.each(EXAMPLES)("as README says: $query", async ({ query, answer }) => {
    const data = await ask({ query });
    expect(holds(data, answer), `${JSON.stringify(answer)}\nis not in\n${JSON.stringify(data, null, 1)}`).toBe(true);
  });

  it.each(EXAMPLE_TABS)("the Playground's $query", async ({ query, variables }) => {
    // An empty list, or null in the place of what was asked for, teaches nothing.
    expect(JSON.stringify(await ask({ query, variables }))).not.toMatch(
      /"(?:nodes|values|statements)":\[\]|^\{"\w+":null/,
    );
  });
});

/** Whether what README shows is the answer, or a part of it. */
function holds(actual: unknown, shown: unknown): boolean {
  if (shows(actual, shown)) return true;
  return typeof actual === "object" && actual !== null && Object.values(actual).some((part) => holds(part, shown));
}

/** README may leave out fields and later items, ends long words with "…", and rounds to two digits. */
function shows(actual: unknown, shown: unknown): boolean {
  if (typeof shown === "string") return typeof actual === "string" && isShortOf(actual, shown);
  if (typeof shown === "number") return typeof actual === "number" && Math.abs(actual - shown) < 0.005;
  if (typeof shown !== "object" || shown === null) return shown === actual;
  if (typeof actual !== "object" || actual === null || Array.isArray(actual) !== Array.isArray(shown)) return false;
  const parts = actual as Readonly<Record<string, unknown>>;
  return Object.entries(shown).every(([key, part]) => shows(parts[key], part));
}

const isShortOf = (whole: string, shown: string): boolean =>
  shown.endsWith("…") ? whole.startsWith(shown.slice(0, -1).trimEnd()) : whole === shown;
