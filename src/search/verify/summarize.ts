import { attributionWords, namesInWords } from "../../model/attribution.ts";
import type { Entity } from "../../model/entity.ts";
import type { Assertion, Quote } from "../../model/quote.ts";
import type { AttributionTo } from "./attribution-to.ts";
import type { ChangeKind } from "./changes.ts";
import type { DroppedSense } from "./dropped-sense.ts";
import type { QuoteChange, QuoteSource, QuoteVerdict } from "./quote-verification.ts";
import { isLeftOpen } from "./said-by.ts";

/** What a summary tells of. */
export interface SummaryFacts {
  readonly verdict: QuoteVerdict;
  readonly source: QuoteSource | null;
  /** None where the article does not decide. */
  readonly speakers: readonly Entity[];
  readonly onBehalfOf: Entity | null;
  readonly attribution: AttributionTo;
  /** The name of the one who is claimed to have said it. */
  readonly claimedName: string | null;
  readonly changes: readonly QuoteChange[];
  readonly dropped: DroppedSense | null;
  /** The place that denies the words, where one does; it may be the source itself. */
  readonly denial: QuoteSource | null;
}

/** Changes that a summary names one by one; more are counted. */
const MAX_NAMED = 3;

const LABELS: Readonly<Record<ChangeKind, string>> = {
  NEGATION: "a negation",
  NUMBER: "a number",
  NAME: "a name",
  WORDING: "other words",
  OMISSION: "left out",
  ADDITION: "added",
  ORDER: "moved",
  EDITORIAL: "in brackets",
};

/** The verdict in a sentence or two; words of claim and source stand in quotation marks to the letter. */
export function summarize(facts: SummaryFacts): string {
  const { verdict, source, claimedName } = facts;
  switch (verdict) {
    case "VERBATIM":
    case "SPEAKER_UNCLEAR":
      return `${who(facts)} said this word for word${where(source)}.${unchecked(facts)}`;
    case "DISPUTED":
      return disputed(facts);
    case "ALTERED":
      return `${altered(facts)}.${unchecked(facts)}`;
    case "MISATTRIBUTED":
      return `Not ${claimedName ?? "the one who is claimed"}: ${speakerWords(facts)} said this${where(source)}${changed(facts.changes)}.`;
    case "OUT_OF_CONTEXT":
      return outOfContext(facts);
    case "PARAPHRASED":
      return paraphrased(facts);
    case "NOT_FOUND":
      return source === null
        ? "Nothing like this was found in the index. That proves only that no article of the index has it."
        : `Nobody is quoted with these words${where(source)}: they are the article's own.`;
  }
}

function altered(facts: SummaryFacts): string {
  const { source, changes } = facts;
  if (changes.every(({ isMarked }) => isMarked)) {
    return `${who(facts)} said these words${where(source)}, and more between them: ${changeList(changes)}`;
  }
  return `${who(facts)} did not say it like this${where(source)}: ${changeList(changes)}`;
}

function outOfContext(facts: SummaryFacts): string {
  const { source, dropped } = facts;
  const cut = `the cut drops ${dropped === "CONDITION" ? "the condition that they hang on" : "a negation that turns their sense"}`;
  if (source?.voice === "REPORTED") return `${account(facts)}, and ${cut}.${unchecked(facts)}`;
  return `${who(facts)} said these words${where(source)}, but ${cut}.${unchecked(facts)}`;
}

function paraphrased(facts: SummaryFacts): string {
  const { source, dropped } = facts;
  if (source?.voice === "REPORTED") return `${account(facts)}.${unchecked(facts)}`;
  const but = dropped === "CONDITION" ? ", but on a condition that the claim leaves out" : "";
  return `Not said in these words. ${who(facts)} said something of a like sense${where(source)}${but}: compare before you rely on it.${unchecked(facts)}`;
}

/** Of what stands in the article's own words. */
const account = (facts: SummaryFacts): string =>
  `The article tells in its own words what ${speakerWords(facts, "somebody")} ${reported(facts.source?.quote ?? null)}${where(facts.source)}: these are not the speaker's words`;

/** Both sides where there are two, and the sentence of the one that denies. */
function disputed(facts: SummaryFacts): string {
  const { source, denial } = facts;
  if (denial === null || denial.quote === null) return "";
  const told = `${placeOf(denial)} has these words only ${HOLDS_AGAINST[denial.quote.assertion]}: ${sentenceOf(denial)}`;
  const isAlone = source === null || (source.quote === denial.quote && source.article === denial.article);
  return isAlone ? told : `${who(facts)} is quoted with these words${where(source)}, but ${told}`;
}

const HOLDS_AGAINST: Readonly<Record<Assertion, string>> = {
  ASSERTED: "as said",
  DENIED: "to deny them",
  REFUSED: "as what was refused",
  HYPOTHETICAL: "as what might have been said",
  ASKED: "as a question",
};

/** Of a sentence, in UTF-16 code units: with what stands before it the summary stays a paragraph. */
const MAX_SENTENCE = 300;

function sentenceOf({ article, quote, spans }: QuoteSource): string {
  const { start, end } = quote?.sentence ?? spans[0] ?? { start: 0, end: 0 };
  const words = article.text.slice(start, end).replace(/\s+/g, " ").trim();
  return words.length <= MAX_SENTENCE ? words : `${words.slice(0, MAX_SENTENCE).replace(/\s\S*$/, "")} …`;
}

function placeOf(source: QuoteSource): string {
  const place = detailsOf(source);
  return place === "" ? "An article without a title" : place;
}

function reported(quote: Quote | null): string {
  if (quote?.assertion === "ASKED") return "asked";
  return quote?.reports === "ATTITUDE" ? "wants or thinks, said or not," : "said";
}

/** At the beginning of a sentence. */
function who(facts: SummaryFacts): string {
  const words = speakerWords(facts);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param nobody Stands for one whom the article gives no words for. */
function speakerWords(facts: SummaryFacts, nobody = UNNAMED): string {
  const { speakers, onBehalfOf, source, attribution } = facts;
  const names = namesInWords(speakers.map(({ name }) => name));
  const isUnsure = names !== null && isLeftOpen({ source, attribution });
  const attributed = { who: names ?? mentionOf(source), isUnsure, onBehalfOf: onBehalfOf?.name ?? null };
  const words = attributionWords(attributed) ?? nobody;
  return words === attributed.who || onBehalfOf === null ? words : `${words},`;
}

/** The article's words for whom it does not name; a pronoun says nothing outside of its sentence. */
function mentionOf(source: QuoteSource | null): string | null {
  if (!source?.quote?.speakerMention) return null;
  const { start, end } = source.quote.speakerMention;
  const words = source.article.text.slice(start, end).replace(/\s+/g, " ").trim();
  return words.includes(" ") ? words : null;
}

const UNNAMED = "somebody whom the article does not name";

function where(source: QuoteSource | null): string {
  const details = source === null ? "" : detailsOf(source);
  return details === "" ? "" : ` in ${details}`;
}

function detailsOf({ article: { title, publisher, publishedAt } }: QuoteSource): string {
  return [title, publisher, publishedAt?.slice(0, 10)].filter((part) => part).join(", ");
}

const unchecked = ({ claimedName, attribution }: SummaryFacts): string =>
  attribution === "UNKNOWN" || attribution === "LIKELY"
    ? ` Whether ${claimedName} said it, the article does not decide: read the lines around it.`
    : "";

const changed = (changes: readonly QuoteChange[]): string =>
  changes.some(({ isMarked }) => !isMarked) ? `, in other words: ${changeList(changes)}` : "";

function changeList(changes: readonly QuoteChange[]): string {
  const named = changes.slice(0, MAX_NAMED).map(describe);
  const more = changes.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more ${more === 1 ? "change" : "changes"}`] : [])].join("; ");
}

function describe({ kind, claim, source, isMarked }: QuoteChange): string {
  const label = LABELS[kind] + (isMarked ? ", and marked so" : "");
  if (claim === "") return `“${source}” is missing (${label})`;
  if (kind === "ORDER") return `“${claim}” stands elsewhere (${label})`;
  return source === "" ? `“${claim}” is not in the source (${label})` : `“${claim}” for “${source}” (${label})`;
}
