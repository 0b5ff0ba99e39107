import type { Entity } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { isSureOfSpeaker, type Quote } from "../../model/quote.ts";
import { spanText } from "../../model/span.ts";
import { isGenerational } from "../names/generational-suffix.ts";
import { withoutApostrophes } from "../names/match-name.ts";
import { type Meant, mayBeMeant, mayBeMisspelt } from "../names/meant-by.ts";

/** Who is found to have said the words, beside who is claimed. */
export interface FoundSpeakers {
  readonly claimed: Meant | null;
  /** Those that the article puts the words to; none where it does not decide. */
  readonly speakers: readonly Entity[];
  /** For whom they speak. */
  readonly onBehalfOf: Entity | null;
  /** Whether the article mentions the one who is claimed. */
  readonly isClaimedMentioned: boolean;
}

/**
 * Whether the words are those of the one who is claimed. SAME and OTHER need an attribution that the text makes by name, or that is as
 * sure as that. LIKELY: the one who is claimed, not as surely, one of whom no more is known than that very name, or one
 * whose surname has a slip in an article that names the one who is claimed. UNKNOWN: the article does not decide. UNASKED: nobody is claimed.
 */
export type AttributionTo = "SAME" | "OTHER" | "LIKELY" | "UNKNOWN" | "UNASKED";

/**
 * Where the article knows the one who is claimed too, a less certain speaker contradicts nobody: a pronoun may well have been taken for the wrong one of the two.
 */
const LEAST_CONFIDENCE = 0.85;

/** @param text That of the article in which the quote stands. */
export function attributionTo(quote: Quote | null, text: string, found: FoundSpeakers): AttributionTo {
  const { claimed, speakers, onBehalfOf } = found;
  if (claimed === null) return "UNASKED";
  if (quote === null) return "UNKNOWN";
  const mention = quote.speakerMention === null ? "" : spanText(text, quote.speakerMention);
  if (speakers.length === 0) return ofNobodyKnown(mention, claimed, onBehalfOf);
  const isNamed = names(mention, speakers);
  if (speakers.some((speaker) => mayBeMeant(claimed, speaker))) {
    return isNamed || isSureOfSpeaker(quote) ? "SAME" : "LIKELY";
  }
  if (found.isClaimedMentioned && speakers.some((speaker) => mayBeMisspelt(claimed, speaker))) return "LIKELY";
  return (isNamed && !mayBeMeant(claimed, nameless(mention))) || isCertain(quote, found) ? "OTHER" : "UNKNOWN";
}

/** The article does not tell who is meant by its words for the speaker. */
function ofNobodyKnown(mention: string, claimed: Meant, onBehalfOf: Entity | null): AttributionTo {
  if (mention === "") return "UNKNOWN";
  if (wordsOf(mention).join(" ") === wordsOf(claimed.name).join(" ")) return "LIKELY";
  return onBehalfOf !== null && mayBeMeant(claimed, onBehalfOf) ? "OTHER" : "UNKNOWN";
}

const isCertain = (quote: Quote, { isClaimedMentioned }: FoundSpeakers): boolean =>
  isClaimedMentioned ? quote.confidence >= LEAST_CONFIDENCE : isSureOfSpeaker(quote);

/** Whether the words that name the speaker hold the surname in one of the speakers' names. */
function names(mention: string, speakers: readonly Entity[]): boolean {
  const words = new Set(wordsOf(mention));
  return speakers
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .some((name) => words.has(wordsOf(name).findLast((word) => !isGenerational(word)) ?? ""));
}

/** Somebody of whom no more is known than these words: "Hale" may be either of two Hales. */
const nameless = (mention: string): Entity => ({
  ...{ id: "", kind: "PERSON", name: mention, aliases: [], titles: [], mayBe: [], authority: null },
  ...{ mentionCount: 0, articleCount: 0, quoteCount: 0 },
});

const wordsOf = (name: string): readonly string[] =>
  withoutApostrophes(foldName(name).replace(/'s?(?!\p{L})/gu, " ")).match(/[\p{L}\p{N}]+/gu) ?? [];
