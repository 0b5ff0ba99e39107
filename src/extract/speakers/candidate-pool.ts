import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Document } from "../text/document.ts";
import { authorsOf } from "./authors.ts";
import { DescribedPeople } from "./described-people.ts";
import { groupWords } from "./group-words.ts";
import type { SourceName, SourcePhrase } from "./source-phrase.ts";
import { WordsBeside } from "./words-beside.ts";

/** What an article's names tell of each entity whatever stands where: its share, its surname, its titles. */
export class CandidatePool {
  readonly #shares = new Map<EntityCluster, number>();
  readonly #inTitle: ReadonlySet<EntityCluster>;
  readonly #bySurname: ReadonlyMap<string, ReadonlySet<EntityCluster>>;
  readonly #described: DescribedPeople;
  readonly #beside: WordsBeside;
  readonly #authors: ReadonlySet<EntityCluster>;

  constructor(document: Document, names: readonly NamedMention[]) {
    for (const { cluster } of names) this.#shares.set(cluster, this.shareOf(cluster) + 1 / names.length);
    const inTitle = names.filter(({ mention }) => document.blocks[mention.block]?.isTitle);
    this.#inTitle = new Set(inTitle.map(({ cluster }) => cluster));
    const people = names.filter(({ cluster }) => cluster.kind === "PERSON");
    this.#bySurname = groupWords(people, ({ mention }) => [surnameOf(mention.words)]);
    this.#described = new DescribedPeople(document, people);
    this.#beside = new WordsBeside(document, people);
    this.#authors = authorsOf(document, names);
  }

  /** 0..1: the share of the article's names that are an entity's. */
  shareOf(entity: EntityCluster): number {
    return this.#shares.get(entity) ?? 0;
  }

  /** 0..1: how many of the words before the source's head stand beside one of a person's names. */
  shareBeside(entity: EntityCluster, source: SourcePhrase | null): number {
    return this.#beside.shareOf(entity, source?.modifiers ?? []);
  }

  isAuthor(entity: EntityCluster): boolean {
    return this.#authors.has(entity);
  }

  isInTitle(entity: EntityCluster): boolean {
    return this.#inTitle.has(entity);
  }

  /** Those who share a surname that the source gives alone, and whom it does not name. */
  namesakes(source: SourcePhrase | null): ReadonlySet<EntityCluster> {
    const names = source?.names ?? [];
    const alone = names.filter(({ role, named: { mention } }) => role === "HEAD" && mention.words.length === 1);
    const sharing = alone.flatMap(({ named }) => [...(this.#bySurname.get(surnameOf(named.mention.words)) ?? [])]);
    const named = new Set(names.map((name) => name.named.cluster));
    return new Set(sharing.filter((entity) => !named.has(entity)));
  }

  /** Those who may be called by the noun that is the source's head: their title, or their age. */
  described(source: SourcePhrase | null): ReadonlySet<EntityCluster> {
    return source === null ? new Set() : this.#described.calledAs(source);
  }
}

const surnameOf = (words: readonly string[]): string => (words.at(-1) ?? "").toLowerCase();

const PARTS = ["MAIN", "APPOSITION", "CONJUNCT", "RELATIVE"] as const;
const ROLES = ["HEAD", "OWNER", "MODIFIER", "OBJECT"] as const;

/** Where the source names each entity: as a head before all else, and in the first phrase before the others. */
export function namedInSource(source: SourcePhrase | null): ReadonlyMap<EntityCluster, SourceName> {
  const rank = ({ part, role }: SourceName): number => ROLES.indexOf(role) * PARTS.length + PARTS.indexOf(part);
  const best = new Map<EntityCluster, SourceName>();
  for (const name of [...(source?.names ?? [])].sort((a, b) => rank(a) - rank(b))) {
    if (!best.has(name.named.cluster)) best.set(name.named.cluster, name);
  }
  return best;
}
