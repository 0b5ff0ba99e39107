import { groupBy } from "../../model/group-by.ts";
import { readable } from "../../model/text-noise.ts";
import { isRole, isTitleModifier } from "../lexicon/role-nouns.ts";
import type { Document } from "../text/document.ts";
import type { TokenRange } from "../text/packed-tokens.ts";
import { endsSentence, isCapital, type Token } from "../text/token.ts";
import type { EntityCluster } from "./entity-cluster.ts";
import type { NameMention } from "./name-mention.ts";
import type { NamedMention } from "./read-names.ts";
import { titlesBefore } from "./read-title.ts";

/** Tokens before an office that are looked at: "Velmora University Hospital deputy nursing director". */
const MAX_REACH = 12;
/** "In Karsa Senator Rehn said": where it was said, and not where he is a senator of. */
const WHERE = /^(?:in|at|near|across|around|outside)$/;

/** A title beside a name. */
interface WholeTitle {
  /** As names are told apart by; null where a comma stands between it and the name. */
  readonly written: string | null;
  readonly whole: string;
}

/**
 * Each person's titles, as written beside their names, with the body or place that an office is of and the nouns that say which it is:
 * "Harbour Board director Ilse Brandt", "former Karsa governor Brandt", "the town's fire chief, Ilse Brandt,".
 * @param names In text order.
 */
export function wholeTitles(
  { text, blocks }: Document,
  names: readonly NamedMention[],
): ReadonlyMap<EntityCluster, ReadonlySet<string>> {
  const found = [...groupBy(names, ({ mention }) => mention.block)].flatMap(([block, inBlock]) => {
    const reader = new TitleReader(text, blocks[block]?.tokens ?? [], inBlock);
    const people = inBlock.filter(({ cluster }) => cluster.kind === "PERSON");
    return people.flatMap(({ mention, cluster }) => reader.titlesOf(mention).map((title) => ({ cluster, title })));
  });
  return new Map(
    [...groupBy(found, ({ cluster }) => cluster)].map(([cluster, own]) => [
      cluster,
      inOrderOf(
        cluster.titles,
        own.map(({ title }) => title),
      ),
    ]),
  );
}

/** As the cluster has them, and behind these what stands before a comma. */
function inOrderOf(written: readonly string[], titles: readonly WholeTitle[]): ReadonlySet<string> {
  const byWritten = groupBy(titles, (title) => title.written);
  return new Set([...written, null].flatMap((title) => byWritten.get(title)?.map(({ whole }) => whole) ?? []));
}

/** Reads the titles of one block. */
class TitleReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  /** The name that each token is a part of, where it is one. */
  readonly #named = new Map<number, NamedMention>();

  constructor(text: string, tokens: readonly Token[], names: readonly NamedMention[]) {
    this.#text = text;
    this.#tokens = tokens;
    for (const name of names) for (let at = name.mention.from; at < name.mention.to; at++) this.#named.set(at, name);
  }

  titlesOf(mention: NameMention): readonly WholeTitle[] {
    const first = this.#firstTitle(mention);
    const inFront = first === null ? this.#titleInFront(mention) : null;
    const titles = mention.titles.map((written) => ({
      written,
      whole: (first && this.#whole(written, first)) ?? written,
    }));
    return inFront === null ? titles : [...titles, { written: null, whole: inFront }];
  }

  /** Null for another title than the first before the name. */
  #whole(written: string, { from, to }: TokenRange): string | null {
    return written === this.#words(from, to) ? this.#words(this.#wholeFrom(from), to) : null;
  }

  /** The tokens of the first title before a name. */
  #firstTitle({ start, from, core }: NameMention): TokenRange | null {
    if (start === core.start) return null;
    const low = this.#firstBehind(from, start);
    const [title] = titlesBefore(this.#tokens, low, from);
    return title === undefined
      ? null
      : { from: this.#firstBehind(from, title.start), to: this.#firstBehind(from, title.end) };
  }

  /** The first token that stands behind an offset, looked for from a later one on. */
  #firstBehind(later: number, offset: number): number {
    let at = later;
    while (at > 0 && (this.#tokens[at - 1] as Token).start >= offset) at--;
    return at;
  }

  /** "The town's fire chief, Ilse Brandt, said" and "said the chief engineer, Ilse Brandt." */
  #titleInFront({ from, to }: NameMention): string | null {
    const head = this.#tokens[from - 2];
    if (this.#tokens[from - 1]?.word !== "," || head === undefined || !isRole(head.lower)) return null;
    if (!this.#closesBehind(to)) return null;
    const start = this.#wholeFrom(from - 2);
    const before = this.#tokens[start - 1];
    const isOne = /^(?:DT|PRP\$|POS)$/.test(before?.tag ?? "") || this.#isBody(start);
    return isOne ? this.#words(start, from - 1) : null;
  }

  /** What stands beside a noun ends in a comma or with the sentence; of a list the next name follows. */
  #closesBehind(to: number): boolean {
    const next = this.#tokens[to];
    if (next === undefined || endsSentence(next)) return true;
    return next.word === "," && this.#named.get(to + 1)?.cluster.kind !== "PERSON";
  }

  /** Where a title begins with all that says of what it is: the nouns before it, and a body or place before these. */
  #wholeFrom(titleFrom: number): number {
    const low = Math.max(0, titleFrom - MAX_REACH);
    let whole = titleFrom;
    let at = titleFrom;
    while (at > low) {
      const next = this.#before(at);
      if (next === null) break;
      at = next;
      if (this.#belongs(at)) whole = at;
    }
    return whole;
  }

  /** Where what stands before this token begins, if it may be a part of a title. */
  #before(at: number): number | null {
    const token = this.#tokens[at - 1] as Token;
    const named = this.#named.get(at - 1);
    if (named !== undefined) return this.#isOf(named) ? named.mention.from : null;
    if (token.tag === "POS") return this.#isBody(at - 2) ? at - 1 : null;
    return /^(?:NN|NNP|HYPH)$/.test(token.tag) || isTitleModifier(token.lower) ? at - 1 : null;
  }

  /**
   * A noun in small letters belongs to an office in small letters ("fund manager", and not "last week Prime Minister"). A capital may be a day, or the
   * end of something else: it belongs to the title only where a body does before it.
   */
  #belongs(at: number): boolean {
    const [{ tag, lower }, next] = [this.#tokens[at] as Token, this.#tokens[at + 1]];
    return (
      this.#isBody(at) || isTitleModifier(lower) || (tag === "NN" && !isCapital(this.#tokens[at]) && !isCapital(next))
    );
  }

  #isBody(at: number): boolean {
    const named = this.#named.get(at);
    return named !== undefined && this.#isOf(named);
  }

  #isOf({ cluster, mention }: NamedMention): boolean {
    if (cluster.kind === "PERSON") return false;
    return cluster.kind !== "PLACE" || !WHERE.test(this.#tokens[mention.from - 1]?.lower ?? "");
  }

  /** "Karsa's mayor" is a Karsa mayor. */
  #words(from: number, to: number): string {
    const [first, last] = [this.#tokens[from] as Token, this.#tokens[to - 1] as Token];
    const words = readable(this.#text.slice(first.start, last.end)).replace(/\s+/g, " ");
    return from < to - 1 ? words.replace(/['’]s?(?=\s)/gu, "") : words;
  }
}
