import { isHeldAgainst, isOwnWords } from "../model/assertion-label.ts";
import type { Entity } from "../model/entity.ts";
import { foldName } from "../model/fold-name.ts";
import { isSureOfSpeaker } from "../model/quote.ts";
import { verdictOfWords } from "../search/verify/judge.ts";
import { isNegation } from "../search/verify/negation.ts";
import type { QuoteChange, QuoteVerdict, QuoteVerification } from "../search/verify/quote-verification.ts";
import { wordsIn } from "../search/verify/words.ts";
import type { ClaimedQuote, Draft } from "./claimed-quote.ts";
import type { CheckedQuote } from "./draft-check.ts";

type Judged = Pick<CheckedQuote, "verdict" | "needsALook" | "verification">;

/**
 * What the verdicts of a quote's claims mean for the draft that makes them, and whether somebody should look: `search/verify/judge.ts` tells what
 * became of words against the archive, and knows nothing of what stands around them in a draft.
 * @param verifications Of its claims, in their order; one at least.
 */
export function verdictForDraft(
  draft: Draft,
  claimed: ClaimedQuote,
  verifications: readonly QuoteVerification[],
): CheckedQuote {
  const judged = ofWhole(verifications.map((verification) => verdictOfOne(draft, claimed, verification)));
  const { verdict, needsALook, verification } = deniedToo(claimed, judged);
  const note = isContradicted(claimed, judged.verdict) ? DENIED_BUT_SAID : noteOn(verdict, verification.verdict);
  return { ...claimed, verdict, needsALook, verification, summary: `${note}${verification.summary}` };
}

const DENIED_BUT_SAID = "The draft denies that it was said, and an article has it as said. ";

/** Why the verdict is another for the draft than for the words by themselves; empty where it is the same. */
function noteOn(verdict: QuoteVerdict, ofWords: QuoteVerdict): string {
  if (verdict === ofWords) return "";
  if (verdict === "VERBATIM") return "The draft's own sentence has the negation that stands outside its marks. ";
  if (verdict === "PARAPHRASED") return "The draft gives the sense in other words. ";
  if (ofWords === "NOT_FOUND") return "Part of it was found, and part of it was not. ";
  return "Whom the draft means is not sure. ";
}

const FROM_WORST: readonly QuoteVerdict[] = [
  ...(["NOT_FOUND", "DISPUTED", "MISATTRIBUTED", "OUT_OF_CONTEXT", "ALTERED"] as const),
  ...(["PARAPHRASED", "SPEAKER_UNCLEAR", "VERBATIM"] as const),
];

/** The worst part of a long speech decides; of one that is found in part only, what is not found was put in. */
function ofWhole(parts: readonly Judged[]): Judged {
  const found = parts.filter(({ verdict }) => verdict !== "NOT_FOUND");
  const worst = [...parts].sort(
    (a, b) =>
      Number(b.needsALook) - Number(a.needsALook) || FROM_WORST.indexOf(a.verdict) - FROM_WORST.indexOf(b.verdict),
  )[0] as Judged;
  const isAdded = worst.verdict === "NOT_FOUND" && found.length > 0;
  return isAdded ? { ...worst, verdict: "ALTERED", needsALook: true } : worst;
}

function verdictOfOne(draft: Draft, claimed: ClaimedQuote, verification: QuoteVerification): Judged {
  const verdict = verdictOf(draft, claimed, verification);
  return { verdict, needsALook: needsALook(verdict, claimed, verification), verification };
}

function verdictOf(draft: Draft, claimed: ClaimedQuote, verification: QuoteVerification): QuoteVerdict {
  const { verdict, dropped } = verification;
  if (
    verdict === "MISATTRIBUTED" &&
    (namesSpeaker(claimed, verification) || mayMeanAnother(draft, claimed, verification))
  )
    return verdictOfWords(verification, "SPEAKER_UNCLEAR");
  if (claimed.claimsTo === "SENSE" && verdict === "ALTERED" && !turnsSense(verification)) return "PARAPHRASED";
  const isKept = dropped === "NEGATION" && draftKeepsNegation(draft, claimed);
  return verdict === "OUT_OF_CONTEXT" && isKept ? "VERBATIM" : verdict;
}

/** "Governor Rehn" of the draft, which was read for her husband, is the very name that the archive has for whom the source gives the words to. */
function namesSpeaker({ mention }: ClaimedQuote, { speakers }: QuoteVerification): boolean {
  const name = foldName(mention ?? "");
  if (!name.includes(" ")) return false;
  return speakers.some((speaker) => namesOf(speaker).some((own) => foldName(own) === name));
}

const namesOf = ({ name, aliases, titles }: Entity): readonly string[] => [
  ...[name, ...aliases],
  ...titles.map(({ title }) => `${title} ${lastWord(name)}`),
];

/** "She" of the draft may have been taken for the wrong one where the one who said it is in the draft, too. */
function mayMeanAnother(
  { names }: Draft,
  { quote, mention, speaker }: ClaimedQuote,
  { speakers }: QuoteVerification,
): boolean {
  if (isSureOfSpeaker(quote) || isNamed(mention, speaker)) return false;
  const known = new Set(names.map(lastWord));
  return speakers.some(({ name, aliases }) => [name, ...aliases].some((one) => known.has(lastWord(one))));
}

const isNamed = (mention: string | null, speaker: string | null): boolean =>
  mention !== null && speaker !== null && mention.toLowerCase().includes(lastWord(speaker));

const lastWord = (name: string): string => name.toLowerCase().split(" ").at(-1) ?? "";

/** An account may be in other words, but not of other numbers and names, nor the opposite. */
const turnsSense = ({ changes, dropped }: QuoteVerification): boolean =>
  dropped !== null || changes.some(({ kind }) => SENSE.has(kind));

const SENSE: ReadonlySet<QuoteChange["kind"]> = new Set(["NEGATION", "NUMBER", "NAME"]);

/** "She would not “pay for it”": the negation that the marks leave out stands before them. */
function draftKeepsNegation({ article }: Draft, { quote }: ClaimedQuote): boolean {
  return quote.kind === "MIXED" && wordsIn(article.text, quote.sentence).some(({ form }) => isNegation(form));
}

/** Words that the draft has only to deny, refuse or suppose are as they should be, unless an article has them as said. */
function deniedToo(claimed: ClaimedQuote, judged: Judged): Judged {
  if (!isHeldAgainst(claimed.quote)) return judged;
  return { ...judged, needsALook: isContradicted(claimed, judged.verdict) };
}

/** Whether the draft says that the words were never said, and an article has them as said. */
const isContradicted = ({ quote }: ClaimedQuote, verdict: QuoteVerdict): boolean =>
  quote.assertion === "DENIED" && isOwnWords(quote.kind) && AS_SAID.has(verdict);

const AS_SAID: ReadonlySet<QuoteVerdict> = new Set(["VERBATIM", "SPEAKER_UNCLEAR", "ALTERED", "OUT_OF_CONTEXT"]);

function needsALook(verdict: QuoteVerdict, claimed: ClaimedQuote, verification: QuoteVerification): boolean {
  switch (verdict) {
    case "VERBATIM":
      return false;
    case "SPEAKER_UNCLEAR":
      return verification.attribution !== "LIKELY" && !namesSpeaker(claimed, verification);
    case "ALTERED":
      return verification.changes.some(({ isMarked }) => !isMarked);
    case "PARAPHRASED":
      return claimed.claimsTo === "WORDS";
    case "NOT_FOUND":
      return claimed.isOf === "SPEECH";
    default:
      return true;
  }
}
