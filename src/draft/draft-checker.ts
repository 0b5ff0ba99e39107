import type { Tagger } from "../inference/tagger.ts";
import type { ReadableArticle } from "../model/article.ts";
import type { Search } from "../search/search.ts";
import type { QuoteVerification } from "../search/verify/quote-verification.ts";
import type { PublicationFilter } from "../store/quote-store.ts";
import type { ClaimedQuote, Draft } from "./claimed-quote.ts";
import type { CheckedQuote, DraftCheck } from "./draft-check.ts";
import { judgeClaimed } from "./judge-claimed.ts";
import { summarizeCheck } from "./summarize-check.ts";

/** More are a book's. */
export const MAX_CHECKED_QUOTES = 1_000;

/** Holds whole drafts against what is indexed. */
export interface DraftChecker {
  /** A draft as it was pasted. @throws VerbatimError ARTICLE_EMPTY, ARTICLE_TOO_LONG, ARTICLE_UNREADABLE */
  checkText(text: string, filter: PublicationFilter): Promise<DraftCheck>;
  /** A draft that was read from a file. @param filter Which articles of the index count. */
  check(article: ReadableArticle, filter: PublicationFilter): Promise<DraftCheck>;
}

export interface DraftCheckerParts {
  readonly search: Pick<Search, "verifyAll">;
  /** Null or absent: the rules alone read the drafts. */
  readonly tagger?: Tagger | null;
}

export function createDraftChecker({ search, tagger = null }: DraftCheckerParts): DraftChecker {
  const check = async (article: ReadableArticle, filter: PublicationFilter): Promise<DraftCheck> => {
    const { readDraft } = await reading();
    const draft = await readDraft(article, tagger);
    const claimed = draft.quotes.slice(0, MAX_CHECKED_QUOTES);
    const quotes = await verifyAll(search, draft, claimed, filter);
    const unchecked = draft.quotes.length - claimed.length;
    return { article, quotes, unchecked, summary: summarizeCheck(quotes, unchecked) };
  };
  return { check, checkText: async (text, filter) => check(await (await reading()).articleOfText(text), filter) };
}

/** What reads articles is loaded with the first draft: it takes 50 MB, and many servers never check any. */
const reading = () => import("./read-draft.ts");

/** The claims of all quotes in one call. */
async function verifyAll(
  search: Pick<Search, "verifyAll">,
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
    return judgeClaimed(draft, quote, own);
  });
}
