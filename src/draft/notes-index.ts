import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VerbatimError } from "../errors.ts";
import { indexArticles } from "../indexing/index-articles.ts";
import type { Embedder } from "../inference/embedder.ts";
import type { Tagger } from "../inference/tagger.ts";
import { createSearch } from "../search/create-search.ts";
import type { Search } from "../search/search.ts";
import { openStoreForChange } from "../store/embedded/open-embedded-store.ts";
import type { QuoteStore, QuoteStoreWriter } from "../store/quote-store.ts";
import { bytesOfNote } from "./note-bytes.ts";
import { formatOfDraft, MAX_DRAFT_CHARACTERS } from "./read-draft.ts";

/** A file of the draft's own: an interview, a transcript, notes. */
export interface DraftNote {
  /** Its ending tells the format of the text: `.vtt`, `.txt`. */
  readonly name: string;
  readonly text: string;
}

/** An index with notes beside it. */
interface NotesIndex {
  readonly search: Pick<Search, "verifyAll">;
  /** Nothing of the notes is left behind it. */
  close(): Promise<void>;
}

export type OpenNotes = (notes: readonly DraftNote[]) => Promise<NotesIndex>;

export interface NotesParts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
  readonly tagger: Tagger | null;
}

/** More are an archive: it is indexed. */
const MAX_NOTES = 20;

/** Makes sources of notes beside an index, in a folder that goes with them. @throws VerbatimError BAD_INPUT, ARTICLE_TOO_LONG, and what reading them throws */
export const notesBeside =
  ({ store, embedder, tagger }: NotesParts): OpenNotes =>
  async (notes) => {
    checkNotes(notes);
    const directory = await mkdtemp(join(tmpdir(), "verbatim-notes-"));
    const remove = () => rm(directory, { recursive: true, force: true });
    try {
      const noted = await indexOf(notes, directory, { embedder, tagger });
      return { search: createSearch({ store, embedder, notes: noted }), close: () => noted.close().finally(remove) };
    } catch (error) {
      // What is wrong with the notes is told, not what clearing up after them met.
      await Promise.allSettled([remove()]);
      throw error;
    }
  };

type Models = Pick<NotesParts, "embedder" | "tagger">;

/** Without a vector graph: building one would take longer than the index lives. */
async function indexOf(notes: readonly DraftNote[], directory: string, models: Models): Promise<QuoteStoreWriter> {
  const { model, dimensions } = models.embedder;
  const noted = await openStoreForChange({ directory, model, dimensions });
  try {
    await put(notes, noted, models);
    return noted;
  } catch (error) {
    await Promise.allSettled([noted.close()]);
    throw error;
  }
}

function checkNotes(notes: readonly DraftNote[]): void {
  if (notes.length > MAX_NOTES) {
    throw new VerbatimError(
      "BAD_INPUT",
      `There are ${notes.length} files of notes, and at most ${MAX_NOTES} are taken. Put some together.`,
    );
  }
  const length = notes.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= MAX_DRAFT_CHARACTERS) return;
  const [has, most] = [length, MAX_DRAFT_CHARACTERS].map((count) => count.toLocaleString("en"));
  throw new VerbatimError("ARTICLE_TOO_LONG", `The notes have ${has} characters; at most ${most} are taken. Cut them.`);
}

/** The first that can't be read is told: a source that is missing would make what stands in it look invented. */
async function put(notes: readonly DraftNote[], store: QuoteStoreWriter, models: Models): Promise<void> {
  const inputs = notes.map((note, i) => ({ source: sourceOf(note, i), origin: null }));
  const limits = { maxArticleBytes: MAX_NOTE_BYTES };
  const run = { inputs, folders: [], sample: false, limits, signal: new AbortController().signal };
  for await (const event of indexArticles(run, { store, ...models })) {
    if (event.type === "failed") throw event.error;
  }
}

/** In UTF-8 a character has four bytes at most. */
const MAX_NOTE_BYTES = 4 * MAX_DRAFT_CHARACTERS;

function sourceOf({ name, text }: DraftNote, place: number) {
  const format = formatOfDraft(name);
  return {
    ...{ name, format },
    bytes: (async function* () {
      yield bytesOfNote(format, text);
    })(),
    details: { title: name },
    // Two files may have one name.
    sourceKey: `notes ${place + 1}: ${name}`,
  };
}
