import { firstFrom, overlaps, type Span } from "../../model/span.ts";
import type { NamedMention } from "../entities/read-names.ts";
import { isListed } from "../lexicon/gazetteer.ts";
import { isPublication, isTerritory } from "../lexicon/noun-kind.ts";
import { isRole } from "../lexicon/role-nouns.ts";
import type { Document } from "../text/document.ts";
import { isWord, type Token } from "../text/token.ts";

/** Which part of a source a name stands in: its first noun phrase, one in apposition, one behind "and", or a relative clause. */
type SourcePart = "MAIN" | "APPOSITION" | "CONJUNCT" | "RELATIVE";

/**
 * What a name is to the noun phrase of its part. HEAD: it is the phrase's last noun ("campaign chairman Tom Okafor"), or the phrase says whose name it
 * is ("Orbit magazine", "the city of Velm", "a man later identified as Tom Okafor"). MODIFIER: it stands before the head
 * ("the Marsh campaign"). OWNER: the same with 's. OBJECT: behind a preposition ("a spokesman for Marsh").
 */
type NameRole = "HEAD" | "MODIFIER" | "OWNER" | "OBJECT";

/** A name within a source and where in it the name stands. */
export interface SourceName {
  readonly named: NamedMention;
  readonly part: SourcePart;
  readonly role: NameRole;
  /** The preposition before an OBJECT, lower case; null for the others. */
  readonly preposition: string | null;
}

/** The words that name a quote's source, read as noun phrases. */
export interface SourcePhrase {
  readonly tokens: readonly Token[];
  /** Of the first phrase: its first word where that is an article, possessive, number or quantifier; lower case. */
  readonly determiner: string | null;
  /** Of the first phrase: its last noun, or the pronoun that the source is; lower case, null for no words at all. */
  readonly head: string | null;
  readonly isPlural: boolean;
  /** Words of the first phrase before its head, lower case, the determiner left out. */
  readonly modifiers: readonly string[];
  /** In text order. */
  readonly names: readonly SourceName[];
}

/** Longest source that is read, in tokens; what lies beyond is left out, which keeps a source without end linear. */
const MAX_TOKENS = 60;

const DETERMINER =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|one|two|three|some|many|several|other|another|most|no|both|all|few)$/;
const PREPOSITION_TAG = /^(?:IN|TO)$/;
const VERB_TAG = /^(?:VBD|VBZ|VBP|VBG|MD)$/;
const RELATIVE = /^(?:who|whom|whose|which|that|where|when)$/;
const BREAK = /^(?:[,;:(–—]|--)$/;
const CONJUNCTION = /^(?:and|or|nor|but|&)$/;
/** "Velk herself": says no more of whom it follows. */
const EMPHATIC = /^(?:himself|herself|itself|themselves)$/;

/** "Identified by the police as", "who gave his name as", "who introduced herself only as". */
const NAMING = /^(?:identified|identifies|known|introduced|introduces|name|himself|herself)$/;
/** How far before the name such a word stands, in tokens. */
const MAX_NAMING = 5;

/** Reads the words at a source's span. @param names In text order. */
export function readSourcePhrase(document: Document, source: Span, names: readonly NamedMention[]): SourcePhrase {
  const tokens = tokensWithin(document, source);
  return new SourceReader(tokens, namesTouching(names, source)).read();
}

/** Names may lie within others ("Ostrel" in "University of Ostrel"), so that the ends are in order only for the most part. */
const MAX_NESTED = 3;

/** The names of which some part without the title stands in the span. @param names In text order. */
function namesTouching(names: readonly NamedMention[], span: Span): readonly NamedMention[] {
  const from = firstFrom(names, span.start + 1, ({ mention }) => mention.end) - MAX_NESTED;
  const to = firstFrom(names, span.end, ({ mention }) => mention.start);
  return names.slice(Math.max(0, from), to).filter(({ mention }) => overlaps(mention.core, span));
}

function tokensWithin({ blocks }: Document, { start, end }: Span): readonly Token[] {
  const block = blocks[firstFrom(blocks, start + 1, (one) => one.start) - 1];
  const all = block?.tokens ?? [];
  const from = firstFrom(all, start, (token) => token.start);
  return all.slice(
    from,
    Math.min(
      firstFrom(all, end, (token) => token.start),
      from + MAX_TOKENS,
    ),
  );
}

/** One noun phrase of the source: tokens `from` up to `to`, of which the last noun before a preposition or verb is the head. */
interface Phrase {
  readonly part: SourcePart;
  readonly from: number;
  readonly to: number;
  /** One past the head's last token. */
  readonly coreEnd: number;
}

class SourceReader {
  readonly #tokens: readonly Token[];
  readonly #names: readonly NamedMention[];
  /** For each token, the number of the longest name that it belongs to, or -1. */
  readonly #nameAt: readonly number[];

  constructor(tokens: readonly Token[], names: readonly NamedMention[]) {
    this.#tokens = tokens;
    this.#names = names;
    this.#nameAt = tokens.map((token) => longestAt(names, token));
  }

  read(): SourcePhrase {
    const phrases = this.#phrases();
    const main = phrases[0];
    const core = main ? this.#tokens.slice(main.from, main.coreEnd).filter(isWord) : [];
    const opensWithDeterminer = DETERMINER.test(core[0]?.lower ?? "") && core.length > 1;
    const head = core.at(-1);
    return {
      tokens: this.#tokens,
      determiner: opensWithDeterminer ? (core[0]?.lower ?? null) : null,
      head: head?.lower ?? null,
      isPlural: head !== undefined && /^NNP?S$/.test(head.tag),
      modifiers: core.slice(opensWithDeterminer ? 1 : 0, -1).map(({ lower }) => lower),
      names: this.#names.flatMap((named, i) => this.#place(named, i, phrases) ?? []),
    };
  }

  /** Cuts at commas, brackets, conjunctions and relative pronouns, wherever these stand in no name. */
  #phrases(): readonly Phrase[] {
    const phrases: Phrase[] = [];
    let from = 0;
    let part: SourcePart = "MAIN";
    const close = (to: number): void => {
      if (this.#tokens.slice(from, to).some(isWord)) phrases.push({ part, from, to, coreEnd: this.#coreEnd(from, to) });
    };
    this.#tokens.forEach((token, at) => {
      const opened = this.#opens(token, at);
      if (opened === null || part === "RELATIVE") return;
      close(at);
      from = opened === "RELATIVE" ? at : at + 1;
      part = phrases.length === 0 && opened !== "RELATIVE" ? "MAIN" : opened;
    });
    close(this.#tokens.length);
    return phrases;
  }

  /** Which part a token begins; null where the phrase goes on. */
  #opens(token: Token, at: number): SourcePart | null {
    if (this.#isInName(at)) return null;
    if (RELATIVE.test(token.lower) && at > 0) return "RELATIVE";
    if (BREAK.test(token.word)) return "APPOSITION";
    return CONJUNCTION.test(token.lower) ? "CONJUNCT" : null;
  }

  #isInName = (at: number): boolean => (this.#nameAt[at] ?? -1) >= 0;

  #coreEnd(from: number, to: number): number {
    let end = to;
    for (let at = from + 1; at < to; at++) {
      const { tag, lower } = this.#tokens[at] as Token;
      if (this.#isInName(at)) continue;
      if (
        PREPOSITION_TAG.test(tag) ||
        (VERB_TAG.test(tag) && !this.#isBeforeNoun(at, to)) ||
        RELATIVE.test(lower) ||
        this.#isPostposed(at, to)
      ) {
        end = at;
        break;
      }
    }
    while (end > from + 1 && !isHeadLike(this.#tokens[end - 1] as Token)) end -= 1;
    return end;
  }

  /** "the governing council": a participle that a noun follows belongs to the noun. */
  #isBeforeNoun = (at: number, to: number): boolean =>
    (this.#tokens[at] as Token).tag === "VBG" && at + 1 < to && /^NN/.test((this.#tokens[at + 1] as Token).tag);

  /** Behind its noun: "a poll | released Monday", "officials | familiar with the matter", "an editorial | Friday". */
  #isPostposed(at: number, to: number): boolean {
    const [before, token, next] = [this.#tokens[at - 1], this.#tokens[at] as Token, this.#tokens[at + 1]];
    if (!/^NN/.test(before?.tag ?? "")) return false;
    const goesOn = at + 1 < to && /^(?:NN|JJ|CD)/.test(next?.tag ?? "");
    if (token.tag === "VBN") return !goesOn || isDay(next as Token);
    if (/^JJ$/.test(token.tag)) return at + 1 < to && PREPOSITION_TAG.test(next?.tag ?? "");
    return isDay(token) && !goesOn;
  }

  #place(named: NamedMention, index: number, phrases: readonly Phrase[]): SourceName | null {
    const first = this.#nameAt.indexOf(index);
    const last = this.#nameAt.lastIndexOf(index);
    const phrase = phrases.find(({ from, to }) => from <= first && first < to);
    if (!phrase) return null;
    const { part, coreEnd } = phrase;
    if (this.#isTitledByHead(named, first, coreEnd) || this.#isBehindOffice(first, coreEnd)) {
      return { named, part, role: "HEAD", preposition: null };
    }
    if (this.#isGivenTo(named, first, last, phrase)) {
      return { named, part: part === "RELATIVE" ? "APPOSITION" : part, role: "HEAD", preposition: null };
    }
    if (first >= coreEnd) return { named, part, role: "OBJECT", preposition: this.#prepositionBefore(first, coreEnd) };
    const behind = this.#tokens[last + 1];
    const owns = behind?.tag === "POS" || /^['’]s?$/.test(behind?.word ?? "");
    if (last + 1 >= coreEnd)
      return this.#isOfWhomSpokenFor(phrase, phrases)
        ? { named, part, role: "OBJECT", preposition: "for" }
        : { named, part, role: "HEAD", preposition: null };
    return { named, part, role: owns ? "OWNER" : "MODIFIER", preposition: null };
  }

  /** "Secretary of State Dora Velk": the phrase's head is a title of the name, which stands right before it. */
  #isTitledByHead({ mention }: NamedMention, first: number, coreEnd: number): boolean {
    const head = this.#tokens[coreEnd - 1];
    const before = this.#tokens[first - 1];
    if (head === undefined || before === undefined || first < coreEnd) return false;
    return mention.start <= head.start && !PREPOSITION_TAG.test(before.tag);
  }

  /**
   * "The secretary of state Dora Velk", "Fund for Rivers director Dora Velk": what hangs on the head is an office or its matter, and the name stands
   * behind all of it; not "a spokesman for mayor Dora Velk".
   */
  #isBehindOffice(first: number, coreEnd: number): boolean {
    const head = this.#tokens[coreEnd - 1]?.lower ?? "";
    const before = this.#tokens[first - 1];
    if (first <= coreEnd || before === undefined || !/^NN/.test(before.tag)) return false;
    const preposition = this.#prepositionBefore(first, coreEnd);
    if (preposition === "of" && isRole(head)) return !isRole(before.lower);
    return isRole(before.lower) && !isRole(head);
  }

  /** Whether the phrase says whose the name is: "Orbit magazine", "the city of Velm", "a man (who was) later identified as Tom Okafor". */
  #isGivenTo({ cluster }: NamedMention, first: number, last: number, { part, coreEnd }: Phrase): boolean {
    const lowerAt = (at: number): string => this.#tokens[at]?.lower ?? "";
    if (cluster.kind === "ORGANIZATION") return last + 2 === coreEnd && isPublication(lowerAt(last + 1));
    if (cluster.kind === "PLACE")
      return first === coreEnd + 1 && lowerAt(coreEnd) === "of" && isTerritory(lowerAt(coreEnd - 1));
    if (first < coreEnd || lowerAt(first - 1) !== "as" || part === "APPOSITION") return false;
    return this.#tokens.slice(Math.max(0, first - MAX_NAMING), first - 1).some(({ lower }) => NAMING.test(lower));
  }

  /** "A spokesman for his rival, Dora Velk": the name says who the rival is, not who the spokesman. */
  #isOfWhomSpokenFor(phrase: Phrase, phrases: readonly Phrase[]): boolean {
    const before = phrases[phrases.indexOf(phrase) - 1];
    if (phrase.part !== "APPOSITION" || before === undefined) return false;
    const owned = this.#tokens.slice(before.coreEnd, before.to).filter(isWord);
    return owned.length > 2 && owned[0]?.lower === "for" && /^(?:his|her|its|their)$/.test(owned[1]?.lower ?? "");
  }

  #prepositionBefore(at: number, from: number): string | null {
    const before = this.#tokens.slice(from, at).findLast(({ tag }) => PREPOSITION_TAG.test(tag));
    return before?.lower ?? null;
  }
}

function longestAt(names: readonly NamedMention[], token: Token): number {
  const lengths = names.map(({ mention: { core } }) => (overlaps(core, token) ? core.end - core.start : 0));
  const longest = Math.max(0, ...lengths);
  return longest === 0 ? -1 : lengths.indexOf(longest);
}

const isDay = ({ lower }: Token): boolean => isListed(lower, "DATE");

/** Signs, 's and "himself" at the end of a phrase are no part of its head. */
const isHeadLike = (token: Token): boolean => isWord(token) && token.tag !== "POS" && !EMPHATIC.test(token.lower);
