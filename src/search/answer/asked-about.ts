import type { Entity } from "../../model/entity.ts";
import { matchName } from "../names/match-name.ts";
import { readName, type SpokenName } from "../names/spoken-name.ts";

/** Who did or said something; not to whom, which "did" asks for, nor who somebody is. */
const ASKS_WHO = /^\s*who(?:\s+(?:has|have|had|ever|else|\p{L}+ly))*\s+(?!(?:did|does|do|is|was|are|were|am)\b)\p{L}/iu;
/** Words in capitals that follow each other. */
const NAMES = /(?<=\s)\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*)*/gu;
const POSSESSIVE = /[’']s?$/u;

/**
 * Tells of a speaker whether a question is about them, and so none that they answer: "Who criticized Rehn's plan?" is not answered by Rehn. Null where
 * nobody is out of the question. Of 119 passages that answer such questions of DATA/news-search/questions-train.jsonl one is by somebody whom the question names.
 */
export function askedAbout(question: string): ((speaker: Entity) => boolean) | null {
  const named = ASKS_WHO.test(question) ? question.match(NAMES) : null;
  if (named === null) return null;
  const names: readonly SpokenName[] = named.map((name) => readName(name.replace(POSSESSIVE, "")));
  return (speaker) => speaker.kind === "PERSON" && names.some((name) => matchName(name, speaker) !== null);
}
