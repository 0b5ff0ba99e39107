import { ASSERTIONS, REPORTED } from "../../../model/how-told.ts";
import type { VariablesOf } from "../graphql/graphql.ts";
import { publishedIn } from "../navigation/period.ts";
import type { SearchState } from "../navigation/search-address.ts";
import type { SEARCH } from "./documents.ts";

type SearchFilter = NonNullable<NonNullable<VariablesOf<typeof SEARCH>>["filter"]>;

const QUOTE_KINDS = ["DIRECT", "TRANSCRIPT", "MIXED", "INDIRECT"] as const;

/** The server's filter for what the reader keeps; empty for all. */
export const searchFilter = ({ kept, period }: Pick<SearchState, "kept" | "period">): SearchFilter => ({
  ...(kept.speaker.length > 0 && { speaker: [...kept.speaker] }),
  ...(kept.onBehalfOf.length > 0 && { onBehalfOf: [...kept.onBehalfOf] }),
  ...(kept.assertion.length > 0 && { assertions: ASSERTIONS.filter((one) => kept.assertion.includes(one)) }),
  ...(kept.reports.length > 0 && { reports: REPORTED.filter((one) => kept.reports.includes(one)) }),
  ...(kept.publisher.length > 0 && { publisher: [...kept.publisher] }),
  ...(kept.mentions.length > 0 && { mentions: [...kept.mentions] }),
  ...(kept.place.length > 0 && { place: [...kept.place] }),
  ...(kept.voice.length > 0 && voiceFilter(kept.voice)),
  ...publishedIn(period),
});

/** Paragraphs are quotes of no kind: with them goes all but the quotes of the other kinds. */
function voiceFilter(voices: readonly string[]): SearchFilter {
  const isKept = (kind: string) => voices.includes(kind);
  return isKept("PARAGRAPH")
    ? { not: { quoteKinds: QUOTE_KINDS.filter((kind) => !isKept(kind)) } }
    : { quoteKinds: QUOTE_KINDS.filter(isKept) };
}
