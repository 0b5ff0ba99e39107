import { titleWord } from "../../model/title-words.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Document } from "../text/document.ts";

/** Tokens before and behind a name that may tell who somebody is: "the Ostrel senator, Ana Rehn, a trained nurse". */
const BEFORE = 6;
const BEHIND = 10;

/** The words that stand beside each person's names, lower case, in the whole article; those behind the next name are the next one's. */
export class WordsBeside {
  readonly #words = new Map<EntityCluster, Set<string>>();

  /** @param people Names of people, in text order. */
  constructor({ blocks }: Document, people: readonly NamedMention[]) {
    people.forEach(({ cluster, mention }, i) => {
      const words = this.#words.get(cluster) ?? new Set();
      this.#words.set(cluster, words);
      const [before, next] = [people[i - 1]?.mention, people[i + 1]?.mention];
      const from = Math.max(before?.block === mention.block ? before.to : 0, mention.from - BEFORE);
      const to = Math.min(next?.block === mention.block ? next.from : Number.POSITIVE_INFINITY, mention.to + BEHIND);
      for (const { lower } of blocks[mention.block]?.tokens.slice(from, to) ?? []) words.add(titleWord(lower));
    });
  }

  /** 0..1: how many of these words stand beside one of a person's names. */
  shareOf(person: EntityCluster, words: readonly string[]): number {
    const beside = this.#words.get(person);
    return words.length === 0 ? 0 : words.filter((word) => beside?.has(titleWord(word))).length / words.length;
  }
}
