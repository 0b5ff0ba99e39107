import { groupBy } from "../../../src/model/group-by.ts";
import { type Span, spanText } from "../../../src/model/span.ts";
import { covers, type FoundEntities } from "./found-entities.ts";
import type { GoldArticle } from "./gold-article.ts";

/** An annotated name of a person that was found as a person's. */
export interface JudgedPerson {
  readonly cluster: number;
  /** Which of the found people it was put to. */
  readonly entity: number;
  /** The found person's canonical name. */
  readonly name: string;
  readonly words: string;
  /** Of the names put to the same found person, the share that is the same annotated person's. 0..1. */
  readonly precision: number;
  /** Of the found names of the same annotated person, the share that was put to the same found person. 0..1. */
  readonly recall: number;
}

/** The names of people as clusters (B-cubed: Bagga and Baldwin 1998). */
export function judgePeople(article: GoldArticle, { named }: FoundEntities): readonly JudgedPerson[] {
  const hits = peopleNames(article).flatMap(({ cluster, key }) => {
    const found = named.person.find((mention) => covers(mention, key));
    return found ? [{ cluster, entity: found.entity, name: found.name, words: spanText(article.text, key) }] : [];
  });
  const byEntity = groupBy(hits, ({ entity }) => entity);
  const byCluster = groupBy(hits, ({ cluster }) => cluster);
  return hits.map((hit) => {
    const sameEntity = byEntity.get(hit.entity) ?? [];
    const both = sameEntity.filter(({ cluster }) => cluster === hit.cluster).length;
    return { ...hit, precision: both / sameEntity.length, recall: both / (byCluster.get(hit.cluster)?.length ?? 1) };
  });
}

export interface JudgedPronoun {
  readonly word: string;
  readonly outcome: "right" | "wrong" | "nobody";
  /** The annotated person's first name in the text. */
  readonly person: string;
  /** Whom it was put to; null for nobody. */
  readonly putTo: string | null;
  readonly articleId: string;
}

const THIRD_PERSON = /^(?:he|she|him|her|his|hers)$/i;

/**
 * Pronouns of people whom the text names; right when put to the found person most of whose names are that person's.
 * @param names The article's names as {@link judgePeople} gives them.
 */
export function judgePronouns(
  article: GoldArticle,
  { people }: FoundEntities,
  names: readonly JudgedPerson[],
): readonly JudgedPronoun[] {
  const owners = ownerOfEach(names);
  const firstNames = new Map(
    peopleNames(article)
      .toReversed()
      .map(({ cluster, key }) => [cluster, spanText(article.text, key)]),
  );
  return article.mentions.flatMap(({ type, form, cluster, key }) => {
    const word = spanText(article.text, key);
    const person = firstNames.get(cluster);
    if (type !== "person" || form !== "pronoun" || person === undefined || !THIRD_PERSON.test(word)) return [];
    const found = people.find((mention) => isSame(mention, key));
    const outcome = !found ? "nobody" : owners.get(found.entity) === cluster ? "right" : "wrong";
    return [{ word: word.toLowerCase(), outcome, person, putTo: found?.name ?? null, articleId: article.id } as const];
  });
}

const peopleNames = ({ mentions }: GoldArticle) =>
  mentions.filter(({ type, form }) => type === "person" && form === "name");

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Of each found person the annotated one who has most of the names; of equals the one named first. */
function ownerOfEach(names: readonly JudgedPerson[]): ReadonlyMap<number, number> {
  return new Map(
    [...groupBy(names, ({ entity }) => entity)].map(([entity, own]) => {
      const byCluster = [...groupBy(own, ({ cluster }) => cluster)];
      const [[owner] = [-1]] = byCluster.sort(([, a], [, b]) => b.length - a.length);
      return [entity, owner];
    }),
  );
}
