import { spanText } from "../../model/span.ts";
import { formsOfCue } from "../lexicon/cue-lexicon.ts";
import type { DraftQuote } from "./draft-quote.ts";

const ASKED: ReadonlySet<string> = new Set(["ask", "inquire", "enquire"].flatMap(formsOfCue));

/** Whether somebody is said to ask what ends with a question mark: the words of the next paragraph may be the answer, which is somebody else's. */
export const isPutQuestion = (text: string, draft: DraftQuote): boolean =>
  text.charAt((draft.spans.at(-1)?.end ?? 0) - 1) === "?" && isAsked(text, draft);

/** Whether the words are put to somebody: "asked", "inquired". */
export const isAsked = (text: string, { cue }: DraftQuote): boolean =>
  cue !== null &&
  spanText(text, cue)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => ASKED.has(word));
