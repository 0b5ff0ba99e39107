import type { CheckedQuote } from "./draft-check.ts";
import { VERDICT_WORDS } from "./verdict-words.ts";

const NOTHING =
  "No quote was found in the draft: no words in quotation marks, behind a dash or a speaker's name, and no account of what somebody said who is named.";

/** `4 quotes: 2 said in these words, 1 altered, 1 not found. 2 need a look.` */
export function summarizeCheck(
  quotes: readonly Pick<CheckedQuote, "verdict" | "needsALook">[],
  unchecked: number,
): string {
  if (quotes.length === 0) return NOTHING;
  const counts = Object.entries(VERDICT_WORDS).flatMap(([verdict, words]) => {
    const count = quotes.filter((quote) => quote.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const looks = quotes.filter(({ needsALook }) => needsALook).length;
  const rest = unchecked === 0 ? "" : ` ${unchecked} more were not checked: give the rest of the draft by itself.`;
  return `${counted(quotes.length)}: ${counts.join(", ")}. ${lookSentence(looks)}${rest}`;
}

const counted = (count: number): string => (count === 1 ? "1 quote" : `${count} quotes`);

function lookSentence(looks: number): string {
  if (looks === 0) return "None needs a look.";
  return looks === 1 ? "1 needs a look." : `${looks} need a look.`;
}
