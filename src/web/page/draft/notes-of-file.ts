import { isTextFile } from "../../../draft/draft-endings.ts";
import { textOfFile } from "./text-of-file.ts";

/** A file of the draft's own, as the server takes it. */
export interface NotesFile {
  readonly name: string;
  readonly text: string;
}

/** Of files that are text what stands there: what they say of who speaks, and when, is read by the server. Of other files their text alone, and of those in another encoding, which the server knows or has a sentence for. @throws AskFailure with that sentence */
export async function notesOfFile(file: File): Promise<NotesFile> {
  const text = isTextFile(file.name) ? inUtf8(await file.arrayBuffer()) : null;
  if (text !== null) return { name: file.name, text };
  return { name: `${file.name}.txt`, text: await textOfFile(file, new AbortController().signal) };
}

/** Null for what is not in UTF-8. */
function inUtf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
