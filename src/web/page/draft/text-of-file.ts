import { DRAFT_ENDINGS } from "../../../draft/draft-endings.ts";
import { AskFailure } from "../graphql/ask.ts";

/** What can be read, as a file dialogue takes it. */
export const READABLE = DRAFT_ENDINGS.join();

interface ReadFile {
  readonly text?: string;
  readonly error?: string;
}

/** The text of a file, read by the server, which keeps nothing of it. @throws AskFailure with the server's sentence. */
export async function textOfFile(file: File, signal: AbortSignal): Promise<string> {
  const { text, error } = await readFile(file, signal);
  if (text !== undefined) return text;
  throw new AskFailure("REFUSED", error ?? "The file could not be read.");
}

async function readFile(file: File, signal: AbortSignal): Promise<ReadFile> {
  try {
    const headers = { "Content-Type": "application/octet-stream" };
    const address = `/draft/text?${new URLSearchParams({ name: file.name })}`;
    const response = await fetch(address, { method: "POST", headers, body: file, signal });
    return (await response.json()) as ReadFile;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskFailure("AWAY", "The server does not answer. Is Verbatim still running?", error);
  }
}
