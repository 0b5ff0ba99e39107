import { bibtexEntry, bibtexKey } from "../model/bibtex-entry.ts";
import { BYTE_ORDER_MARK, csvRow } from "../model/csv-row.ts";
import { type ClaimReviews, claimReviews } from "./claim-reviews.ts";
import type { DraftLine } from "./draft-report.ts";
import { markdownReport, type ReportedDraft } from "./markdown-report.ts";
import { VERDICT_WORDS } from "./verdict-words.ts";

/** A checked draft with what a person thinks of its quotes. */
export interface RatedDraft extends ReportedDraft {
  /** In the order of its quotes; null where nobody has rated one. */
  readonly ratings: readonly (string | null)[];
}

/** The columns of a checked draft in CSV, in order, each with what it holds. */
export const DRAFT_COLUMNS = {
  draft: "the draft's headline, or its file",
  text: "the words as the draft has them",
  start: "where they begin in the draft's text as it was read, in UTF-16 code units",
  end: "where they end",
  speaker: "whom the draft gives them to; empty where it names nobody",
  verdict: "VERBATIM, ALTERED, MISATTRIBUTED, OUT_OF_CONTEXT, DISPUTED, PARAPHRASED, SPEAKER_UNCLEAR or NOT_FOUND",
  needsALook: "whether somebody should look at it before it prints",
  summary: "the verdict in a sentence or two",
  changes: "what differs, as “claim” for “source”",
  sourceText: "the words of the source",
  sourceSpeaker: "who said it there, with “perhaps” where that is left open",
  sourceTitle: "the source's headline",
  sourcePublisher: "who published it",
  sourceAuthor: "who wrote it",
  sourcePublishedAt: "when, ISO 8601 in UTC",
  sourceUrl: "its address, opened at the words",
  rating: "what a person thinks of the claim: empty until somebody writes it there",
} as const;

type Cell = string | number | boolean | null;

/** A checked draft as CSV: with the head, for the first of a file. */
export function draftCsv(drafts: readonly RatedDraft[]): string {
  const rows = drafts.flatMap((draft) => draft.quotes.map((quote, i) => rowOf(draft, quote, draft.ratings[i] ?? null)));
  return BYTE_ORDER_MARK + [Object.keys(DRAFT_COLUMNS), ...rows].map(csvRow).join("");
}

function rowOf({ name }: ReportedDraft, quote: DraftLine, rating: string | null): readonly Cell[] {
  const { text, start, end, speaker, verdict, needsALook, summary, changes, source } = quote;
  const changed = changes.map(({ claim, source: said }) => `“${claim}” for “${said}”`).join("; ");
  const row: Readonly<Record<keyof typeof DRAFT_COLUMNS, Cell>> = {
    ...{ draft: name, text, start, end, speaker, verdict, needsALook, summary, changes: changed },
    ...{ sourceText: source?.text ?? null, sourceSpeaker: source?.speaker ?? null },
    ...{ sourceTitle: source?.title ?? null, sourcePublisher: source?.publisher ?? null },
    ...{ sourceAuthor: source?.author ?? null, sourcePublishedAt: source?.publishedAt ?? null },
    ...{ sourceUrl: source?.url ?? null, rating },
  };
  return Object.keys(DRAFT_COLUMNS).map((name) => row[name as keyof typeof DRAFT_COLUMNS]);
}

/** An entry for each quote that has a source: what the draft rests on. */
export const draftBibtex = (drafts: readonly ReportedDraft[]): string =>
  drafts.flatMap(({ quotes }, i) => quotes.flatMap((quote) => entryOf(quote, i))).join("\n");

function entryOf({ verdict, start, source }: DraftLine, draft: number): readonly string[] {
  if (source === null) return [];
  const { text, speaker, title, publisher, author, publishedAt, url } = source;
  const key = bibtexKey(speaker ?? publisher ?? "", publishedAt, title);
  const note = [`“${text}”`, speaker, `in the draft: ${VERDICT_WORDS[verdict]}`].filter((part) => part !== null);
  // Many quotes of one source would have one key.
  return [
    bibtexEntry(`${key}-${draft + 1}-${start}`, { title, publisher, author, publishedAt, url, note: note.join(" – ") }),
  ];
}

const draftJsonLines = (drafts: readonly RatedDraft[]): string =>
  drafts
    .flatMap(({ name, quotes, ratings }) =>
      quotes.map((quote, i) => `${JSON.stringify({ draft: name, ...quote, ...rated(ratings[i] ?? null) })}\n`),
    )
    .join("");

const rated = (rating: string | null) => (rating === null ? {} : { rating });

/** A file that a checked draft goes out as. */
export interface DraftFormat {
  readonly mediaType: string;
  readonly label: string;
  readonly write: (drafts: readonly RatedDraft[]) => string;
}

/** By the ending of the file. */
export const DRAFT_FORMATS = {
  md: { mediaType: "text/markdown", label: "Report", write: (drafts) => drafts.map(markdownReport).join("\n") },
  csv: { mediaType: "text/csv", label: "CSV", write: draftCsv },
  jsonl: { mediaType: "application/jsonl", label: "JSON Lines", write: draftJsonLines },
  bib: { mediaType: "application/x-bibtex", label: "BibTeX", write: draftBibtex },
} as const satisfies Readonly<Record<string, DraftFormat>>;

/** What a person has rated, as schema.org has it. @returns Null where nobody has rated anything */
export function draftClaimReviews(
  drafts: readonly RatedDraft[],
  reviewed: Omit<ClaimReviews, "claims">,
): string | null {
  const claims = drafts.flatMap(({ quotes, ratings }) =>
    quotes.flatMap((quote, i) => {
      const rating = ratings[i]?.trim() ?? "";
      return rating === "" ? [] : [{ quote, rating }];
    }),
  );
  return claims.length === 0 ? null : claimReviews({ ...reviewed, claims });
}
