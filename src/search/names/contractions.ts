import { NEGATABLE_VERBS } from "../../store/whole-words.ts";

const PRONOUNS = "i|you|he|she|it|we|they|that|there|here";
const ASKING = "what|who|where|when|why|how";

/** Each short form with what it stands for. "Not" is left out: who is asked whether they did not say it is who is asked. */
const SHORT_FORMS: readonly (readonly [form: RegExp, whole: string])[] = [
  [/\bcan['’ʼ]t\b/giu, "can"],
  [/\bwon['’ʼ]t\b/giu, "will"],
  [/\bshan['’ʼ]t\b/giu, "shall"],
  [new RegExp(String.raw`\b(${NEGATABLE_VERBS})n['’ʼ]t\b`, "giu"), "$1"],
  [new RegExp(String.raw`\b(${ASKING}|${PRONOUNS})['’ʼ]s\b`, "giu"), "$1 is"],
  [new RegExp(String.raw`\b(${ASKING})['’ʼ]d\b`, "giu"), "$1 did"],
  [new RegExp(String.raw`\b(${PRONOUNS})['’ʼ]d\b`, "giu"), "$1 would"],
  [/(?<=\p{L})['’ʼ]ve\b/giu, " have"],
  [/(?<=\p{L})['’ʼ]re\b/giu, " are"],
  [/(?<=\p{L})['’ʼ]ll\b/giu, " will"],
];

/** A question with its verbs written out: "what's Dahl's view" is "what is Dahl's view", "why didn't Dahl say" is "why did Dahl say". */
export const withVerbsWhole = (question: string): string =>
  SHORT_FORMS.reduce((text, [form, whole]) => text.replace(form, whole), question);
