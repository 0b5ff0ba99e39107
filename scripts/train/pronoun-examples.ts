import type { EntityCluster } from "../../src/extract/entities/entity-cluster.ts";
import { readNames } from "../../src/extract/entities/read-names.ts";
import type { Candidate } from "../../src/extract/speakers/pronoun-candidates.ts";
import { featuresOf } from "../../src/extract/speakers/pronoun-features.ts";
import { resolvePronouns } from "../../src/extract/speakers/resolve-pronouns.ts";
import type { EntityKind } from "../../src/model/entity.ts";
import { contains, type Span, spanText } from "../../src/model/span.ts";
import type { TaggedName } from "../../src/model/tagged-name.ts";
import { NAME_KINDS } from "../evaluate/entities/found-entities.ts";
import type { GoldArticle } from "../evaluate/entities/gold-article.ts";
import type { AnnotatedArticle } from "./annotated-articles.ts";
import { type FeatureValue, type RankingExample, weigh } from "./rank-candidates.ts";

export interface PronounsRead {
  /** Pronouns that stand for one of their candidates. */
  readonly examples: readonly RankingExample[];
  /** Annotated pronouns of people whom the text names. */
  readonly count: number;
  /** How many of them were put to the right person. */
  readonly right: number;
}

const THIRD_PERSON = /^(?:he|she|him|her|his|hers)$/i;

/** Reads an article's pronouns as these weights put them, each with what it was chosen from. */
export function readPronouns(
  { gold, document, drafts }: AnnotatedArticle,
  tags: readonly TaggedName[],
  weights: readonly number[],
): PronounsRead {
  const annotated = annotatedPronouns(gold);
  const owners = new OwnerOfNames(gold);
  const examples: RankingExample[] = [];
  let right = 0;
  resolvePronouns(document, readNames(document, drafts, tags), drafts, (candidates, place, { start }) => {
    const features = candidates.map((candidate) =>
      featuresOf(candidate, place).map((value, feature): FeatureValue => [feature, value]),
    );
    const chosen = candidates[heaviest(features, weights)] ?? null;
    const wanted = annotated.get(start);
    if (wanted === undefined) return chosen;
    const isRight = candidates.map(({ person }: Candidate) => owners.of(person) === wanted);
    if (isRight.includes(true)) examples.push({ candidates: features, isRight });
    if (chosen && owners.of(chosen.person) === wanted) right += 1;
    return chosen;
  });
  return { examples, count: annotated.size, right };
}

/** The annotated names as a tagger would give them that misses none. */
export const annotatedNames = ({ text, mentions }: GoldArticle): readonly TaggedName[] =>
  mentions
    .filter(({ type, form }) => form === "name" && (NAME_KINDS as readonly string[]).includes(type))
    .map(({ type, start, key }) => {
      const capital = Math.max(0, text.slice(start, key.start).search(/\p{Lu}/u));
      return { start: start + capital, end: key.end, kind: type.toUpperCase() as EntityKind, probability: 1 };
    });

const heaviest = (features: readonly (readonly FeatureValue[])[], weights: readonly number[]): number => {
  const weighed = features.map((candidate) => weigh(candidate, weights));
  return weighed.indexOf(Math.max(...weighed));
};

const peopleNames = ({ mentions }: GoldArticle) =>
  mentions.filter(({ type, form }) => type === "person" && form === "name");

/** The annotated person behind each he and she of a named one, by where it starts. */
function annotatedPronouns(gold: GoldArticle): ReadonlyMap<number, number> {
  const named = new Set(peopleNames(gold).map(({ cluster }) => cluster));
  const pronouns = gold.mentions.filter(
    ({ type, form, cluster, key }) =>
      type === "person" && form === "pronoun" && named.has(cluster) && THIRD_PERSON.test(spanText(gold.text, key)),
  );
  return new Map(pronouns.map(({ key, cluster }) => [key.start, cluster]));
}

/** Which annotated person has most of the names that were put to a found one. */
class OwnerOfNames {
  readonly #names: readonly { readonly cluster: number; readonly key: Span }[];
  readonly #known = new Map<EntityCluster, number | null>();

  constructor(gold: GoldArticle) {
    this.#names = peopleNames(gold);
  }

  of(person: EntityCluster): number | null {
    const known = this.#known.get(person);
    if (known !== undefined) return known;
    const counts = new Map<number, number>();
    for (const mention of person.mentions().filter(({ form }) => form === "NAME")) {
      const covered = this.#names.filter(({ key }) => contains(mention, key));
      for (const { cluster } of covered) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
    }
    const [[owner] = [null]] = [...counts].sort(([, a], [, b]) => b - a);
    this.#known.set(person, owner);
    return owner;
  }
}
