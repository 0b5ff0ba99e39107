import type { EntityKind } from "../../../model/entity.ts";
import { SAMPLE_ARTICLES } from "../../people/full-named.ts";
import type { Query } from "../cluster/cluster.ts";
import type { Member } from "../documents/article-document.ts";
import { type EntityDocument, entityDocument, recordOf } from "../documents/entity-document.ts";
import type { Indices, SearchAnswer } from "../indices.ts";
import type { WriteOperation } from "../writing/write-operation.ts";
import { type CountedEntity, newEntity } from "./counted-entity.ts";
import type { KnownPeople } from "./known-people.ts";

/** What an article knows of whom it names. */
export interface ArticlePeople {
  readonly id: string;
  readonly publisherFolded: string | null;
  readonly publishedAt: string | null;
  readonly members: readonly Member[];
}

/** Articles that stand for all that name somebody so. */
export type Sample = readonly ArticlePeople[];

type NameColumn = "surnames" | "firstNames" | "shortNames";

/** Without what is long and says nothing of people. */
const PEOPLE = ["id", "publisherFolded", "publishedAt", "members"];
const WITHOUT = ["members.mentions"];

/**
 * The people, bodies and places of the index as one change leaves them: what is read is the index with the change so far on top.
 * Nothing is written before `operations` is asked for.
 */
export class Directory {
  readonly known: KnownPeople;
  readonly #indices: Indices;
  /** The articles that the change has put in, changed or removed (null). */
  readonly #articles = new Map<string, ArticlePeople | null>();
  readonly #entities = new Map<string, CountedEntity>();
  /** Ids that were asked for; what has none of them in the index is new. */
  readonly #asked = new Set<string>();

  constructor(indices: Indices, known: KnownPeople) {
    this.#indices = indices;
    this.known = known;
  }

  /** The articles of these ids that there are. */
  async articles(ids: readonly string[]): Promise<readonly ArticlePeople[]> {
    const unknown = ids.filter((id) => !this.#articles.has(id));
    const read = await this.#indices.get<ArticlePeople>("articles", unknown, PEOPLE);
    return ids.flatMap((id) => this.#articles.get(id) ?? read.get(id) ?? []);
  }

  setArticle(id: string, article: ArticlePeople | null): void {
    this.#articles.set(id, article);
  }

  /** Reads entities that will be asked for, in one request. */
  async load(ids: Iterable<string>): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    const read = await this.#indices.get<EntityDocument>("entities", unknown);
    for (const id of unknown) this.#asked.add(id);
    for (const [id, document] of read) this.#entities.set(id, recordOf(document));
  }

  /** The entity of an id, made empty where there is none. */
  async entity(id: string, kind: EntityKind): Promise<CountedEntity> {
    await this.load([id]);
    const entity = this.#entities.get(id) ?? newEntity(id, kind);
    this.#entities.set(id, entity);
    return entity;
  }

  /** Of these names those by which any article calls somebody without a first name. */
  async shortNamesAmong(names: readonly string[]): Promise<ReadonlySet<string>> {
    if (names.length === 0) return new Set();
    const counts = await this.#indices.searchAll(
      names.map((name) => ({ kind: "articles", body: { size: 0, query: this.#untouchedWith("shortNames", name) } })),
    );
    return new Set(
      names.filter((name, i) => this.#touchedWith("shortNames", name).length > 0 || totalOf(counts[i]) > 0),
    );
  }

  /** All articles that call somebody by a name without a first name. */
  async withShortName(name: string): Promise<readonly ArticlePeople[]> {
    const found: ArticlePeople[] = [...this.#touchedWith("shortNames", name)];
    const query = this.#untouchedWith("shortNames", name);
    const body = { query, sort: [{ id: "asc" }], _source: { includes: PEOPLE, excludes: WITHOUT } };
    for await (const { _source } of this.#indices.all<ArticlePeople>("articles", body)) found.push(_source);
    return found.sort(byId);
  }

  /** For each name, and of it for each column, the articles of the smallest ids that name somebody so in full: at most SAMPLE_ARTICLES. */
  async samples(
    names: readonly string[],
    columns: readonly ("surnames" | "firstNames")[],
  ): Promise<ReadonlyMap<string, readonly Sample[]>> {
    const pairs = names.flatMap((name) => columns.map((column) => ({ name, column })));
    const answers = await this.#indices.searchAll<ArticlePeople>(
      pairs.map(({ name, column }) => ({
        kind: "articles",
        body: {
          size: SAMPLE_ARTICLES,
          query: this.#untouchedWith(column, name),
          sort: [{ id: "asc" }],
          _source: { includes: PEOPLE, excludes: WITHOUT },
        },
      })),
    );
    const samples = pairs.map(({ name, column }, i): Sample => {
      const read = answers[i]?.hits.hits.map(({ _source }) => _source) ?? [];
      return [...read, ...this.#touchedWith(column, name)].sort(byId).slice(0, SAMPLE_ARTICLES);
    });
    return new Map(names.map((name, i) => [name, samples.slice(i * columns.length, (i + 1) * columns.length)]));
  }

  /** The ids of the articles that name anybody by one of these names, in full or without a first name. */
  async articlesNaming(names: readonly string[]): Promise<readonly string[]> {
    const columns: readonly NameColumn[] = ["surnames", "firstNames", "shortNames"];
    const should = columns.map((column) => ({ terms: { [column]: names } }));
    return this.#idsOfArticles({ bool: { should } });
  }

  /** The ids of the articles that name anybody by one of these groups of names, or of these entities. */
  async articlesOf(groupIds: readonly string[], entityIds: readonly string[]): Promise<readonly string[]> {
    const should = [{ terms: { groups: groupIds } }, { terms: { entities: entityIds } }];
    return this.#idsOfArticles({ bool: { should } });
  }

  /** Writes all entities that were touched, and removes those that nobody names any more. */
  operations(): readonly WriteOperation[] {
    return [...this.#entities.values()].map((entity) => ({
      kind: "entities",
      id: entity.id,
      document: entity.articleCount === 0 ? null : entityDocument(entity, this.known.given(entity.id)),
    }));
  }

  async #idsOfArticles(query: Query): Promise<readonly string[]> {
    const ids: string[] = [];
    const body = { query, sort: [{ id: "asc" }], _source: false };
    for await (const { _id } of this.#indices.all("articles", body)) ids.push(_id);
    return ids;
  }

  #touchedWith(column: NameColumn, name: string): readonly ArticlePeople[] {
    const touched = [...this.#articles.values()].filter((article) => article !== null);
    return touched.filter(({ members }) => members.some((member) => isNamed(member, column, name)));
  }

  #untouchedWith(column: NameColumn, name: string) {
    const touched = [...this.#articles.keys()];
    return { bool: { filter: [{ term: { [column]: name } }], must_not: [{ terms: { id: touched } }] } };
  }
}

function isNamed({ person, linkKey }: Member, column: NameColumn, name: string): boolean {
  if (person === null) return false;
  if (column === "shortNames") return linkKey === null && person.last === name;
  return linkKey !== null && (column === "surnames" ? person.last : person.first) === name;
}

const byId = (a: ArticlePeople, b: ArticlePeople): number => (a.id < b.id ? -1 : 1);

const totalOf = (answer: SearchAnswer<unknown> | undefined): number => answer?.hits.total.value ?? 0;
