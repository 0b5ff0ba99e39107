import type { Block } from "../text/document.ts";

/** Who speaks says I or you; a narrator of news does not. */
const SPEAKING = new Set(
  "i me my mine myself we us our ours ourselves you your yours yourself yourselves 'm thank thanks please let".split(
    " ",
  ),
);
/** A line of narration between speeches is one short sentence; the longest seen in reports of meetings had 24 tokens. */
const MAX_NARRATION = 30;

/** A line of stars or dashes between two speeches. */
export const isSeparator = (block: Block): boolean => !block.tokens.some(({ word }) => /[\p{L}\p{N}]/u.test(word));

/** A direction wholly in brackets: "[Applause]", "(The witness was sworn.)". */
export function isStageDirection(block: Block): boolean {
  const first = block.tokens[0]?.word;
  const last = block.tokens.at(-1)?.word;
  return (first === "[" && last === "]") || (first === "(" && last === ")");
}

/**
 * Whether a paragraph after a speech is the narrator's again: one short sentence told in the past, of nobody
 * present ("There was a brief interruption in the room.").
 */
export function resumesNarration(block: Block): boolean {
  const { tokens } = block;
  if (tokens.length > MAX_NARRATION || tokens.at(-1)?.word !== ".") return false;
  let past = false;
  for (const { lower, tag, word } of tokens.slice(0, -1)) {
    if (SPEAKING.has(lower) || /^[.?!]$/.test(word) || tag === "VBZ" || tag === "VBP" || tag === "MD") return false;
    if (tag === "VBD") past = true;
  }
  return past;
}
