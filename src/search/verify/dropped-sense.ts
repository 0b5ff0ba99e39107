import { ABBREVIATIONS } from "../../extract/text/abbreviations.ts";
import { isNegation } from "./negation.ts";
import type { SourceWord } from "./passage.ts";
import type { Comparison } from "./segments.ts";
import type { Word } from "./words.ts";

/** What a cut can drop that turns the sense of the words that are kept. */
export type DroppedSense = "NEGATION" | "CONDITION";

const CONDITIONS = new Set("if unless provided providing assuming until".split(" "));
/** Before "if" these make it a question or a comparison: "ask if", "as if", "even if". */
const NO_CONDITION_BEFORE = new Set(
  "as even ask asks asked asking wonder wonders wondered wondering know knows knew see sure tell tells told matter question".split(
    " ",
  ),
);
/** Words that deny what comes after them in the same clause: "it is a lie that …". */
const DENIALS = new Set("deny denies denied doubt doubts doubted false untrue lie lies myth nonsense wrong".split(" "));
const NOT_ONLY = new Set(["only", "just", "merely", "simply"]);
const COORDINATORS = new Set(["and", "but", "or", "so", "yet", "nor"]);
/** A new clause with a ground or a contrast of its own: what is denied before it is not denied in it. */
const CLAUSE_OPENERS = new Set("but because although though while whereas since".split(" "));
const SUBJECTS = new Set("i we you he she it they this that these those there".split(" "));
/** A clause that begins behind the kept words holds a negation of its own: "… to those who do not pay". */
const SUBORDINATORS = new Set("who which that when where whom to and or for".split(" "));
/** Behind the words only a negation this near is theirs: "is not", "do not". */
const NEGATION_REACH = 3;

/**
 * What of its own sentence a claim leaves out that turns the sense of what it keeps: a negation that governs it, or a
 * condition it hangs on. Looks at every place where the claim stops or skips; null where nothing such is dropped.
 */
export function droppedSense({ segments, words, passage }: Comparison): DroppedSense | null {
  const kept = new Set<number>();
  for (const { kind, source, isMarked } of segments) {
    if (kind === "DELETE" || isMarked) continue;
    for (let i = source.from; i < source.to; i++) kept.add(i);
  }
  const reader = new SentenceReader(passage.article.text, words);
  const edges = [...kept];
  const senses = edges.flatMap((i) => [
    ...(kept.has(i - 1) ? [] : [droppedBefore(reader, i, kept)]),
    ...(kept.has(i + 1) ? [] : [droppedAfter(reader, i, kept)]),
  ]);
  return senses.find((sense) => sense === "NEGATION") ?? senses.find((sense) => sense !== null) ?? null;
}

function droppedBefore(reader: SentenceReader, first: number, kept: ReadonlySet<number>): DroppedSense | null {
  let isOwnClause = true;
  for (let i = first - 1; i >= 0 && !kept.has(i) && !reader.endsSentence(i); i--) {
    if (reader.endsThought(i) || reader.opensCoordinate(i + 1)) return null;
    isOwnClause &&= !reader.opensClause(i + 1) && !reader.hasMark(i);
    if (isOwnClause && reader.denies(i)) return "NEGATION";
    if (reader.isCondition(i)) return "CONDITION";
  }
  return null;
}

function droppedAfter(reader: SentenceReader, last: number, kept: ReadonlySet<number>): DroppedSense | null {
  let isOwnClause = true;
  for (let i = last + 1; i < reader.length && !kept.has(i) && !reader.endsSentence(i - 1); i++) {
    if (reader.endsThought(i - 1) || reader.opensCoordinate(i)) return null;
    isOwnClause &&= !reader.hasMark(i - 1) && !reader.opensSubordinate(i) && i - last <= NEGATION_REACH;
    if (isOwnClause && reader.denies(i)) return "NEGATION";
    if (reader.isCondition(i)) return "CONDITION";
  }
  return null;
}

/** Whether something said in other words hangs on a condition, while the claim knows none. */
export const dropsCondition = (claim: readonly Word[], source: readonly Word[]): boolean =>
  hasCondition(source) && !hasCondition(claim);

const hasCondition = (words: readonly Word[]): boolean =>
  words.some(({ form }, i) => opensCondition(words[i - 1]?.form ?? "", form, words[i + 1]?.form ?? ""));

function opensCondition(before: string, form: string, after: string): boolean {
  if (form === "long") return before === "as" && after === "as";
  if (form === "case") return before === "in" && after !== "of";
  return CONDITIONS.has(form) && !NO_CONDITION_BEFORE.has(before);
}

/** The words of a speech with what stands between them. */
class SentenceReader {
  readonly #text: string;
  readonly #words: readonly SourceWord[];

  constructor(text: string, words: readonly SourceWord[]) {
    this.#text = text;
    this.#words = words;
  }

  get length(): number {
    return this.#words.length;
  }

  /** Whether a sentence ends with this word. */
  endsSentence(i: number): boolean {
    const between = this.#between(i);
    if (between.includes("\n")) return true;
    return /[.!?…]\S*\s/.test(between) && !(between.startsWith(".") && this.#isAbbreviated(i));
  }

  /** A colon, semicolon or dash: what stands beyond it is said by itself. */
  endsThought(i: number): boolean {
    return /[;:–—]|\s-\s/.test(this.#between(i));
  }

  /** Whether some mark stands behind this word. */
  hasMark(i: number): boolean {
    return /[,;:()–—]/.test(this.#between(i));
  }

  /** Whether a sentence of its own begins here: ", and we …". */
  opensCoordinate(i: number): boolean {
    if (!COORDINATORS.has(this.#form(i))) return false;
    return this.hasMark(i - 1) || SUBJECTS.has(this.#form(i + 1));
  }

  opensClause(i: number): boolean {
    return CLAUSE_OPENERS.has(this.#form(i));
  }

  opensSubordinate(i: number): boolean {
    return SUBORDINATORS.has(this.#form(i)) || this.opensClause(i);
  }

  denies(i: number): boolean {
    const form = this.#form(i);
    if (form === "not" && NOT_ONLY.has(this.#form(i + 1))) return false;
    return isNegation(form) || DENIALS.has(form);
  }

  isCondition(i: number): boolean {
    return opensCondition(this.#form(i - 1), this.#form(i), this.#form(i + 1));
  }

  #isAbbreviated(i: number): boolean {
    const form = this.#form(i);
    return ABBREVIATIONS.has(form) || form.length === 1;
  }

  #form(i: number): string {
    return this.#words[i]?.form ?? "";
  }

  #between(i: number): string {
    const [word, next] = [this.#words[i], this.#words[i + 1]];
    return word && next ? this.#text.slice(word.end, next.start) : "\n";
  }
}
