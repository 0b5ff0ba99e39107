import { titleWord } from "../../model/title-words.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import { isRole } from "../lexicon/role-nouns.ts";
import type { Block, Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import { groupWords } from "./group-words.ts";
import type { SourcePhrase } from "./source-phrase.ts";
import { titleWords } from "./title-words.ts";

/** Tokens behind a name in which its age is looked for: ", a retired 63-year-old". */
const AGE_REACH = 8;

/** Tokens behind a name in which its pronoun is looked for: "Kim Sander (they/them)", ", whose pronouns are they and them". */
const PRONOUN_REACH = 9;

const AGE = /^\d{1,3}$/;

/**
 * By which nouns each person may be called later: the offices and trades of their titles, the noun that their name stands in apposition to ("her
 * coach, Milan Vesely"), their age ("Jana Korbel, 19," is "the 19-year-old"), and "they" where that is said to be their pronoun.
 */
export class DescribedPeople {
  readonly #byNoun: ReadonlyMap<string, ReadonlySet<EntityCluster>>;

  constructor({ blocks }: Document, people: readonly NamedMention[]) {
    this.#byNoun = groupWords(people, (person) => nounsOf(blocks[person.mention.block], person));
  }

  /** Those who may be called as the source's first phrase has it. */
  calledAs({ head, tokens }: SourcePhrase): ReadonlySet<EntityCluster> {
    return this.#byNoun.get(ageIn(tokens) ?? titleWord(head ?? "")) ?? NOBODY;
  }
}

const NOBODY: ReadonlySet<EntityCluster> = new Set();

function nounsOf(block: Block | undefined, { mention }: NamedMention): readonly string[] {
  const tokens = block?.tokens ?? [];
  return [
    ...mention.titles.map(ownPart).flatMap(titleWords).filter(isRole),
    ...nounBefore(tokens, mention.from),
    ...ageBehind(tokens, mention.to),
    ...pronounBehind(tokens.slice(mention.to, mention.to + PRONOUN_REACH)),
  ];
}

/** "Rabbi" of "Archbishop Tomas Kelmendi and Rabbi", which stands before the second of the two. */
const ownPart = (title: string): string => (/ and /.test(title) ? (title.split(" and ").at(-1) ?? title) : title);

/** "Her coach, Milan Vesely" */
function nounBefore(tokens: readonly Token[], nameFrom: number): readonly string[] {
  const noun = tokens[nameFrom - 2];
  return tokens[nameFrom - 1]?.word === "," && noun !== undefined && isRole(noun.lower) ? [titleWord(noun.lower)] : [];
}

/** "Korbel, 19," and "Korbel, a 19-year-old" */
function ageBehind(tokens: readonly Token[], nameTo: number): readonly string[] {
  if (tokens[nameTo]?.word !== ",") return [];
  const next = tokens[nameTo + 1];
  if (next && AGE.test(next.word) && /^[,.;]$/.test(tokens[nameTo + 2]?.word ?? ".")) return [`${next.word}-year-old`];
  const told = ageIn(tokens.slice(nameTo + 1, nameTo + AGE_REACH));
  return told === null ? [] : [told];
}

/** "They" where "they" and "them" stand side by side, which no other sentence has; behind the next name they are not this one's. */
const pronounBehind = (tokens: readonly Token[]): readonly string[] =>
  untilName(tokens).some(
    ({ lower }, i) => lower === "they" && JOINS.test(tokens[i + 1]?.word ?? "") && tokens[i + 2]?.lower === "them",
  )
    ? ["they"]
    : [];

function untilName(tokens: readonly Token[]): readonly Token[] {
  const next = tokens.findIndex(({ tag }) => /^NNP/.test(tag));
  return next < 0 ? tokens : tokens.slice(0, next);
}

const JOINS = /^(?:\/|and|or)$/;

/** "19-year-old", which is three tokens; null where there is none. */
function ageIn(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(({ lower }) => lower === "year-old");
  const years = tokens[at - 2]?.word ?? "";
  return at >= 2 && AGE.test(years) ? `${years}-year-old` : null;
}
