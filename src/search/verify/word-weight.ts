import { eng as FUNCTION_WORDS } from "stopword";
import { isNegation } from "./negation.ts";

/** What words like "the" and "of" count beside one that carries matter: two passages share them by chance. */
const FUNCTION_WORD_WEIGHT = 0.4;

const FUNCTION = new Set(FUNCTION_WORDS);

/** How much a word tells that two texts say the same: 1 for one that carries matter. */
export const weightOf = (form: string): number => (carriesMatter(form) ? 1 : FUNCTION_WORD_WEIGHT);

export const carriesMatter = (form: string): boolean => !FUNCTION.has(form) || isNegation(form);
