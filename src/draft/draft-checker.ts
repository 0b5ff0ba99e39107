import { VerbatimError } from "../errors.ts";
import type { Tagger } from "../inference/tagger.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { Search } from "../search/search.ts";
import type { QuoteVerification } from "../search/verify/quote-verification.ts";
import type { PublicationFilter } from "../store/quote-store.ts";
import type { ClaimedQuote, Draft } from "./claimed-quote.ts";
import type { CheckedQuote, DraftCheck, DraftProgress } from "./draft-check.ts";
import type { DraftNote, OpenNotes } from "./notes-index.ts";
import { summarizeCheck } from "./summarize-check.ts";
import { verdictForDraft } from "./verdict-for-draft.ts";

/** More are a book's. */
export const MAX_CHECKED_QUOTES = 1_000;

/** Of a draft that is told of as it is checked: so many come within a quarter of a second. */
const QUOTES_AT_ONCE = 8;

/** Holds whole drafts against what is indexed. */
export interface DraftChecker {
  /** A draft as it was pasted. @throws VerbatimError ARTICLE_EMPTY, ARTICLE_TOO_LONG, ARTICLE_UNREADABLE */
  checkText(text: string, archive: DraftArchive): Promise<DraftCheck>;
  /** A draft that was read from a file. */
  check(article: ReadableArticle, archive: DraftArchive): Promise<DraftCheck>;
  /**
   * The same as it goes: first the draft with no quote checked, then its quotes as they are, in their order.
   * @param from How many of its quotes are passed over
   */
  checkInParts(text: string, archive: DraftArchive, from?: number): AsyncGenerator<DraftProgress>;
}

/** What a draft is held against. */
export interface DraftArchive {
  /** Which articles of the index count. */
  readonly filter: PublicationFilter;
  /** The draft's own interviews, which count as sources as well. */
  readonly notes?: readonly DraftNote[];
}

type Verifying = Pick<Search, "verifyAll">;

export interface DraftCheckerParts {
  readonly search: Verifying;
  /** Null or absent: the rules alone read the drafts. */
  readonly tagger?: Tagger | null;
  /** What makes sources of notes; without it they are refused. */
  readonly openNotes?: OpenNotes;
}

const refuseNotes: OpenNotes = async () => {
  throw new VerbatimError("BAD_INPUT", "Notes are not taken here: give the draft alone.");
};

export const createDraftChecker = (parts: DraftCheckerParts): DraftChecker => new IndexDraftChecker(parts);

class IndexDraftChecker implements DraftChecker {
  readonly #search: Verifying;
  readonly #tagger: Tagger | null;
  readonly #openNotes: OpenNotes;

  constructor({ search, tagger = null, openNotes = refuseNotes }: DraftCheckerParts) {
    this.#search = search;
    this.#tagger = tagger;
    this.#openNotes = openNotes;
  }

  async checkText(text: string, archive: DraftArchive): Promise<DraftCheck> {
    return this.check(await (await reading()).articleOfText(text), archive);
  }

  /** All of its quotes at once: the model is asked for all of them together. */
  async check(article: ReadableArticle, archive: DraftArchive): Promise<DraftCheck> {
    const quotes: CheckedQuote[] = [];
    let unchecked = 0;
    for await (const part of this.#inParts(article, archive, { from: 0, atOnce: MAX_CHECKED_QUOTES })) {
      quotes.push(...part.quotes);
      unchecked = part.unchecked;
    }
    return { article, quotes, unchecked, summary: summarizeCheck(quotes, unchecked) };
  }

  async *checkInParts(text: string, archive: DraftArchive, from = 0): AsyncGenerator<DraftProgress> {
    yield* this.#inParts(await (await reading()).articleOfText(text), archive, { from, atOnce: QUOTES_AT_ONCE });
  }

  async *#inParts(
    article: ReadableArticle,
    { filter, notes = [] }: DraftArchive,
    { from, atOnce }: { readonly from: number; readonly atOnce: number },
  ): AsyncGenerator<DraftProgress> {
    const { readDraft } = await reading();
    const draft = await readDraft(article, this.#tagger);
    const claimed = draft.quotes.slice(0, MAX_CHECKED_QUOTES);
    const told = { article, total: claimed.length, unchecked: draft.quotes.length - claimed.length };
    yield { ...told, checked: Math.min(from, claimed.length), quotes: [] };
    const noted = notes.length === 0 ? null : await this.#openNotes(notes);
    try {
      for (let at = from; at < claimed.length; at += atOnce) {
        const next = claimed.slice(at, at + atOnce);
        const quotes = await verifyAll(noted?.search ?? this.#search, draft, next, filter);
        yield { ...told, checked: at + next.length, quotes };
      }
    } finally {
      await noted?.close();
    }
  }
}

/** What reads articles is loaded with the first draft: it takes 50 MB, and many servers never check any. */
const reading = () => import("./read-draft.ts");

/** The claims of these quotes in one call. */
async function verifyAll(
  search: Verifying,
  draft: Draft,
  quotes: readonly ClaimedQuote[],
  filter: PublicationFilter,
): Promise<readonly CheckedQuote[]> {
  const claims = quotes.flatMap(({ claims, speaker }) =>
    claims.map((text) => ({ text, speaker, reading: "WORDS" as const })),
  );
  const verifications = await search.verifyAll(claims, filter);
  let next = 0;
  return quotes.map((quote) => {
    const own: readonly QuoteVerification[] = verifications.slice(next, next + quote.claims.length);
    next += quote.claims.length;
    return verdictForDraft(draft, quote, own);
  });
}
