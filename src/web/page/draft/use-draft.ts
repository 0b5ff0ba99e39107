import { useEffect, useRef, useState } from "preact/hooks";
import { AskFailure } from "../graphql/ask.ts";
import { subscribe } from "../graphql/subscribe.ts";
import { DRAFT_CHECKED, type DraftCheck, goneOn } from "./documents.ts";
import { type NotesFile, notesOfFile } from "./notes-of-file.ts";
import { textOfFile } from "./text-of-file.ts";

interface HeldDraft {
  /** As it was pasted, or read from a file. */
  readonly text: string;
  /** The draft's own interviews. */
  readonly notes: readonly NotesFile[];
  /** As far as it is checked; null before there is anything to show. */
  readonly check: DraftCheck | null;
  /** What the reader thinks of the quotes, by their places. */
  readonly ratings: ReadonlyMap<number, string>;
  readonly failure: AskFailure | null;
  readonly loading: boolean;
}

export interface Draft extends HeldDraft {
  readonly write: (text: string) => void;
  readonly checkText: (text: string) => Promise<void>;
  readonly checkFile: (file: File) => Promise<void>;
  readonly addNotes: (files: readonly File[]) => Promise<void>;
  readonly removeNotes: (notes: NotesFile) => void;
  readonly rate: (place: number, rating: string) => void;
}

const NO_DRAFT: HeldDraft = { text: "", notes: [], check: null, ratings: new Map(), failure: null, loading: false };

/** The draft in hand, so that it is there again when one comes back from a source; it goes with the tab. */
let held: HeldDraft = NO_DRAFT;

/** The draft in hand, and what can be done with it; another one takes the place of the one under way. */
export function useDraft(): Draft {
  const [draft, setDraft] = useState<HeldDraft>(held);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const hold = (change: Partial<HeldDraft>) => {
    held = { ...held, ...change };
    setDraft(held);
  };
  const run = async (work: (own: AbortSignal, tell: typeof hold) => Promise<void>) => {
    underWay.current?.abort();
    const own = new AbortController();
    underWay.current = own;
    const tell: typeof hold = (change) => {
      if (!own.signal.aborted) hold(change);
    };
    tell({ check: null, ratings: new Map(), failure: null, loading: true });
    await work(own.signal, tell).catch((error: unknown) => tell({ failure: toFailure(error) }));
    if (!own.signal.aborted) hold({ loading: false });
    // Whoever left while it was checked finds no check that never ends.
    else if (underWay.current === own) held = { ...held, loading: false };
  };
  return {
    ...draft,
    write: (text) => hold({ text }),
    checkText: (text) => run((signal, tell) => check({ text, notes: held.notes }, signal, tell)),
    checkFile: (file) =>
      run(async (signal, tell) => {
        const text = await textOfFile(file, signal);
        tell({ text });
        await check({ text, notes: held.notes }, signal, tell);
      }),
    addNotes: async (files) => {
      try {
        const added = await Promise.all(files.map(notesOfFile));
        hold({ notes: [...held.notes, ...added], failure: null });
      } catch (error) {
        hold({ failure: toFailure(error) });
      }
    },
    removeNotes: (notes) => hold({ notes: held.notes.filter((other) => other !== notes) }),
    rate: (place, rating) => hold({ ratings: new Map([...held.ratings, [place, rating]]) }),
  };
}

async function check(
  { text, notes }: Pick<HeldDraft, "text" | "notes">,
  signal: AbortSignal,
  tell: (change: Partial<HeldDraft>) => void,
): Promise<void> {
  let checked: DraftCheck | null = null;
  for await (const { draftChecked } of subscribe(DRAFT_CHECKED, { text, notes: [...notes] }, signal)) {
    checked = goneOn(checked, draftChecked);
    tell({ check: checked });
  }
}

const toFailure = (error: unknown): AskFailure =>
  error instanceof AskFailure ? error : new AskFailure("AWAY", "The page failed to read the answer.", error);
