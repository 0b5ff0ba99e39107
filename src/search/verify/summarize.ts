import type { Entity } from "../../model/entity.ts";
import type { ChangeKind } from "./changes.ts";
import type { DroppedSense } from "./dropped-sense.ts";
import type { QuoteChange, QuoteSource, QuoteVerdict } from "./quote-verification.ts";

/** What a summary tells of. */
export interface SummaryFacts {
  readonly verdict: QuoteVerdict;
  readonly source: QuoteSource | null;
  readonly speaker: Entity | null;
  /** The name of the one who is claimed to have said it. */
  readonly claimedName: string | null;
  /** Whether the article tells that the one who is claimed did say it. */
  readonly isAttributionChecked: boolean;
  readonly changes: readonly QuoteChange[];
  readonly dropped: DroppedSense | null;
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
      return `${who(facts)} said this word for word${where(source)}.${unchecked(facts)}`;
    case "ALTERED":
      return `${altered(facts)}.${unchecked(facts)}`;
    case "MISATTRIBUTED":
      return `Not ${claimedName ?? "the one who is claimed"}: ${who(facts)} said this${where(source)}${changed(facts.changes)}.`;
    case "OUT_OF_CONTEXT":
      return `${who(facts)} said these words${where(source)}, but the cut drops ${facts.dropped === "CONDITION" ? "the condition that they hang on" : "a negation that turns their sense"}.${unchecked(facts)}`;
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

function paraphrased(facts: SummaryFacts): string {
  const { source } = facts;
  if (source?.voice === "REPORTED") {
    return `The article tells in its own words what ${who(facts, "somebody")} said${where(source)}: these are not the speaker's words.${unchecked(facts)}`;
  }
  return `Not said in these words. ${who(facts)} said something of a like sense${where(source)}: compare before you rely on it.${unchecked(facts)}`;
}

function who({ speaker, claimedName, isAttributionChecked }: SummaryFacts, nobody = UNNAMED): string {
  if (speaker === null) return nobody;
  return claimedName === null || isAttributionChecked ? speaker.name : `Somebody, it seems ${speaker.name},`;
}

const UNNAMED = "Somebody whom the article does not name";

function where(source: QuoteSource | null): string {
  if (source === null) return "";
  const { title, publisher, publishedAt } = source.article;
  const details = [title, publisher, publishedAt?.slice(0, 10)].filter((part) => part);
  return details.length === 0 ? "" : ` in ${details.join(", ")}`;
}

const unchecked = ({ claimedName, isAttributionChecked }: SummaryFacts): string =>
  claimedName === null || isAttributionChecked ? "" : ` Whether ${claimedName} said it, the article does not decide.`;

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
