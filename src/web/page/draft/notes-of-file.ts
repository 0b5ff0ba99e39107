import { textOfFile } from "./text-of-file.ts";

/** A file of the draft's own, as the server takes it. */
export interface NotesFile {
  readonly name: string;
  readonly text: string;
}

/** Files that are text as they are: what they say of who speaks, and when, is read by the server. */
const AS_TEXT = /\.(?:txt|text|md|markdown|vtt|srt|html?|eml)$/i;

/** Of other files their text alone. @throws AskFailure with the server's sentence. */
export async function notesOfFile(file: File): Promise<NotesFile> {
  if (AS_TEXT.test(file.name)) return { name: file.name, text: await file.text() };
  return { name: `${file.name}.txt`, text: await textOfFile(file, new AbortController().signal) };
}
