import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { startServer } from "../src/app.ts";
import { readConfig } from "../src/config.ts";

/** Of the one who may write. */
export const TOKEN = "a-token-of-the-desk-0001";

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test asked for.
type Json = any;

export interface EditableServer {
  readonly url: string;
  /** Where the index lies. */
  readonly directory: string;
  /** Asks by GraphQL, with this token or none. Fails where the answer has an error. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>, token?: string | null): Promise<Json>;
  /** The first error of an answer that should have one. */
  refusal(query: string, variables: Readonly<Record<string, unknown>>, token: string | null): Promise<Json>;
  close(): Promise<void>;
}

/** The whole server over an index of its own, with the samples in it until something else is added. */
export async function startEditableServer(settings: Readonly<Record<string, string>> = {}): Promise<EditableServer> {
  const directory = mkdtempSync(join(tmpdir(), "verbatim-editable-"));
  const own = { VERBATIM_DATA_DIR: directory, VERBATIM_PORT: "0", VERBATIM_TAGGER: "off", VERBATIM_TOKEN: TOKEN };
  const server = await startServer(readConfig({ ...own, ...settings }), pino({ level: "silent" }));
  const post = async (query: string, variables: object, token: string | null): Promise<Json> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token !== null && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  };
  return {
    url: server.url,
    directory,
    ask: async (query, variables = {}, token = TOKEN) => {
      const { data, errors } = await post(query, variables, token);
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    refusal: async (query, variables, token) => (await post(query, variables, token)).errors?.[0],
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
