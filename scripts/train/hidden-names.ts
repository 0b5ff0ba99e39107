import type { Article } from "../../src/model/article.ts";
import { groupBy } from "../../src/model/group-by.ts";
import { Candidate, type SeenPerson } from "../../src/store/people/candidate.ts";
import { SAMPLE_ARTICLES } from "../../src/store/people/full-named.ts";
import { compareCandidates, FEATURE_NAMES } from "../../src/store/people/whom-a-name-means.ts";
import type { LinkableEntity } from "../../src/store/quote-store.ts";

/** An article with its entities, as the store takes them. */
export interface LinkedArticle {
  readonly article: Article;
  readonly entities: readonly LinkableEntity[];
}

/** A name of which only one word is shown, and whom it may mean; the last alternative is somebody who is not known. */
export interface HiddenName {
  readonly candidates: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
}

interface Seen {
  readonly linkKey: string;
  readonly first: string;
  readonly last: string;
  readonly seen: SeenPerson;
}

/**
 * Hides the first name, and then the surname, of every person who is named in full. The article itself does not count
 * for the candidates, so that who is in no other article is somebody not known.
 */
export function hiddenNames(articles: readonly LinkedArticle[]): readonly HiddenName[] {
  const people = articles.flatMap(seenIn);
  const byLast = groupBy(people, ({ last }) => last);
  const byFirst = groupBy(people, ({ first }) => first);
  return people.flatMap((person) =>
    [byLast.get(person.last) ?? [], byFirst.get(person.first) ?? []].flatMap((namesakes, isFirstName) => {
      const others = sampleOf(namesakes.filter(({ seen }) => seen.articleId !== person.seen.articleId));
      const candidates = candidatesAmong(others, isFirstName === 1);
      if (candidates.length === 0) return [];
      const right = candidates.map(({ id }) => id === person.linkKey);
      const unknown = FEATURE_NAMES.map(() => 0);
      return [
        {
          candidates: [...compareCandidates(person.seen, candidates), unknown],
          isRight: [...right, !right.includes(true)],
        },
      ];
    }),
  );
}

function seenIn({ article, entities }: LinkedArticle): readonly Seen[] {
  const linked = entities.filter(({ linkKey }) => linkKey !== null);
  return linked.flatMap(({ linkKey, person, mentions, titles, id }) => {
    if (!person?.first || linkKey === null) return [];
    const beside = linked
      .filter((other) => other.id !== id)
      .map(({ kind, linkKey: key }) => numberOf(`${kind} ${key}`));
    const seen = {
      articleId: article.id,
      mentions: mentions.length,
      titles,
      gender: person.gender,
      publisher: article.publisher,
      publishedAt: article.publishedAt,
      beside: [...new Set(beside)],
    };
    return [{ linkKey, first: person.first, last: person.last, seen }];
  });
}

const NUMBERS = new Map<string, number>();

function numberOf(key: string): number {
  const number = NUMBERS.get(key) ?? NUMBERS.size;
  NUMBERS.set(key, number);
  return number;
}

function sampleOf(people: readonly Seen[]): readonly Seen[] {
  const articles = [...new Set(people.map(({ seen }) => seen.articleId))].sort().slice(0, SAMPLE_ARTICLES);
  const sampled = new Set(articles);
  return people.filter(({ seen }) => sampled.has(seen.articleId));
}

function candidatesAmong(people: readonly Seen[], isFirstName: boolean): readonly Candidate[] {
  const groups = groupBy(people, ({ linkKey }) => linkKey);
  return [...groups].map(
    ([linkKey, group]) =>
      new Candidate(
        linkKey,
        isFirstName,
        group.map(({ seen }) => seen),
      ),
  );
}
