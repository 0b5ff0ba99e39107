import { useEffect, useRef, useState } from "preact/hooks";
import { AskFailure, ask } from "../graphql/ask.ts";
import { CHECK_DRAFT, type DraftCheck } from "./documents.ts";
import { textOfFile } from "./text-of-file.ts";

interface HeldDraft {
  /** As it was pasted, or read from a file. */
  readonly text: string;
  /** Null before it was checked. */
  readonly check: DraftCheck | null;
  readonly failure: AskFailure | null;
  readonly loading: boolean;
}

export interface Draft extends HeldDraft {
  readonly write: (text: string) => void;
  readonly checkText: (text: string) => Promise<void>;
  readonly checkFile: (file: File) => Promise<void>;
}

const NO_DRAFT: HeldDraft = { text: "", check: null, failure: null, loading: false };

/** The draft in hand, so that it is there again when one comes back from a source; it goes with the tab. */
let held: HeldDraft = NO_DRAFT;

/** The draft in hand, and what can be done with it; another one takes the place of the one under way. */
export function useDraft(): Draft {
  const [draft, setDraft] = useState<HeldDraft>(held);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const hold = (next: HeldDraft) => {
    held = next;
    setDraft(next);
  };
  const run = async (text: string, work: (signal: AbortSignal) => Promise<HeldDraft>) => {
    underWay.current?.abort();
    const own = new AbortController();
    underWay.current = own;
    hold({ text, check: null, failure: null, loading: true });
    const next = await work(own.signal).catch((error: unknown) => ({ ...NO_DRAFT, text, failure: toFailure(error) }));
    if (!own.signal.aborted) hold(next);
    else if (held.loading) held = { ...held, loading: false };
  };
  return {
    ...draft,
    write: (text) => hold({ ...held, text }),
    checkText: (text) => run(text, (signal) => check(text, signal)),
    checkFile: (file) => run("", async (signal) => check(await textOfFile(file, signal), signal)),
  };
}

async function check(text: string, signal: AbortSignal): Promise<HeldDraft> {
  try {
    const { verifyDraft } = await ask(CHECK_DRAFT, { text }, signal);
    return { text, check: verifyDraft, failure: null, loading: false };
  } catch (error) {
    return { text, check: null, failure: toFailure(error), loading: false };
  }
}

const toFailure = (error: unknown): AskFailure =>
  error instanceof AskFailure ? error : new AskFailure("AWAY", "The page failed to read the answer.", error);
