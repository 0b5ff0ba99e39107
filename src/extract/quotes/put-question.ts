import { spanText } from "../../model/span.ts";
import { formsOfCue } from "../lexicon/cue-lexicon.ts";
import type { DraftQuote } from "./draft-quote.ts";

const ASKED: ReadonlySet<string> = new Set(["ask", "inquire", "enquire"].flatMap(formsOfCue));

/** Whether somebody is said to ask what ends with a question mark: the words of the next paragraph may be the answer, which is somebody else's. */
export function isPutQuestion(text: string, { cue, spans }: DraftQuote): boolean {
  if (cue === null || text.charAt((spans.at(-1)?.end ?? 0) - 1) !== "?") return false;
  return spanText(text, cue)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => ASKED.has(word));
}
