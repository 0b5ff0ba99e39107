import { titleHead } from "../../model/title-words.ts";

/** What a store knows somebody beside a name by. */
export type NeighbourKey = number | string;

/** A person as one article has them. */
export interface SeenPerson {
  readonly articleId: string;
  readonly mentions: number;
  readonly titles: readonly string[];
  readonly gender: string | null;
  readonly publisher: string | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  /** Keys of whom and what the article names in full besides, each once. */
  readonly beside: readonly NeighbourKey[];
}

/** What some articles tell of a person. */
export interface Acquaintance {
  readonly articles: number;
  readonly mentions: number;
  /** For each key of a neighbour the number of the articles. */
  readonly beside: ReadonlyMap<NeighbourKey, number>;
  /** Heads of titles. */
  readonly offices: ReadonlySet<string>;
  readonly publishers: ReadonlySet<string>;
  /** In milliseconds. */
  readonly times: readonly number[];
}

/** A person of the collection whom a name may mean, by the articles of a sample that name the person in full. */
export class Candidate {
  readonly id: string;
  /** The name is the person's first name, not the surname. */
  readonly isFirstName: boolean;
  /** The one that most articles tell; null where as many tell the other. */
  readonly gender: string | null;
  readonly #seen: readonly SeenPerson[];
  readonly #articleIds: ReadonlySet<string>;
  #acquaintance: Acquaintance | null = null;

  constructor(id: string, isFirstName: boolean, seen: readonly SeenPerson[]) {
    this.id = id;
    this.isFirstName = isFirstName;
    this.gender = commonGender(seen);
    this.#seen = seen;
    this.#articleIds = new Set(seen.map(({ articleId }) => articleId));
  }

  isIn(articleId: string): boolean {
    return this.#articleIds.has(articleId);
  }

  /** What all articles but one tell. */
  outside(articleId: string): Acquaintance {
    if (this.isIn(articleId)) return acquaintance(this.#seen.filter((person) => person.articleId !== articleId));
    this.#acquaintance ??= acquaintance(this.#seen);
    return this.#acquaintance;
  }
}

function commonGender(seen: readonly SeenPerson[]): string | null {
  const count = (gender: string) => seen.filter((person) => person.gender === gender).length;
  const difference = count("MALE") - count("FEMALE");
  return difference === 0 ? null : difference > 0 ? "MALE" : "FEMALE";
}

function acquaintance(seen: readonly SeenPerson[]): Acquaintance {
  const beside = new Map<NeighbourKey, number>();
  for (const person of seen) for (const key of person.beside) beside.set(key, (beside.get(key) ?? 0) + 1);
  return {
    articles: seen.length,
    mentions: seen.reduce((sum, { mentions }) => sum + mentions, 0),
    beside,
    offices: new Set(seen.flatMap(({ titles }) => titles.map(titleHead))),
    publishers: new Set(seen.flatMap(({ publisher }) => publisher ?? [])),
    times: seen.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [Date.parse(publishedAt)])),
  };
}
