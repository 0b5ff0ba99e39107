import type { Entity } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import { mayBeCalled, titleHead } from "../../model/title-words.ts";
import type { EntitiesByName, NameQuery } from "../quote-store.ts";
import type { Query } from "./cluster/cluster.ts";
import type { EntityDocument } from "./documents/entity-document.ts";
import { MAX_WINDOW } from "./index-definitions.ts";
import type { Indices } from "./indices.ts";

/** Somebody who may be meant, by all that they are called. */
interface Called {
  readonly entity: Entity;
  readonly names: readonly string[];
  readonly titles: readonly string[];
}

/** For each query all whom its names, the endings of names or its titles fit. */
export async function readEntitiesByNames(
  indices: Indices,
  queries: readonly NameQuery[],
): Promise<readonly EntitiesByName[]> {
  const all = await readCalled(indices, queries.flatMap(conditionsOf));
  return queries.map(({ names, surnames, titles }) => {
    const [called, endings] = [foldedSet(names), foldedSet(surnames)];
    return {
      named: all.filter((one) => isCalled(one, called) || isSurnamed(one, endings)).map(({ entity }) => entity),
      titled: all.filter((one) => titles.some((title) => holds(one, title))).map(({ entity }) => entity),
    };
  });
}

const foldedSet = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map(foldName).filter((name) => name !== ""));

const isCalled = ({ names }: Called, called: ReadonlySet<string>): boolean => names.some((name) => called.has(name));

/** Only people have surnames: the last words of a longer name. */
const isSurnamed = ({ entity, names }: Called, endings: ReadonlySet<string>): boolean =>
  entity.kind === "PERSON" && names.some((name) => [...endings].some((ending) => name.endsWith(` ${ending}`)));

const holds = ({ titles }: Called, title: string): boolean =>
  titles.some((held) => titleHead(held) === titleHead(title) && titleHead(title) !== "" && mayBeCalled(held, title));

function conditionsOf({ names, surnames, titles }: NameQuery): readonly Query[] {
  const words = [...foldedSet(surnames)].map((surname) => longest(nameWords(surname))).filter((word) => word !== "");
  const heads = titles.map(titleHead).filter((head) => head !== "");
  const nested = (field: string, values: readonly string[]): Query => ({
    nested: { path: "names", query: { terms: { [field]: values } } },
  });
  return [
    ...(names.length === 0 ? [] : [nested("names.folded", [...foldedSet(names)])]),
    ...(words.length === 0 ? [] : [{ bool: { filter: [{ term: { kind: "PERSON" } }, { terms: { words } }] } }]),
    ...(heads.length === 0 ? [] : [{ terms: { titleHeads: heads } }]),
  ];
}

/** The most mentioned first. */
async function readCalled(indices: Indices, should: readonly Query[]): Promise<readonly Called[]> {
  if (should.length === 0) return [];
  const { hits } = await indices.search<EntityDocument & { readonly names: readonly { readonly folded: string }[] }>({
    kind: "entities",
    body: {
      query: { bool: { should } },
      size: MAX_WINDOW,
      sort: [{ mentionCount: "desc" }, { id: "asc" }],
      _source: ["record.entity", "record.counts.titles.title", "names.folded"],
    },
  });
  return hits.hits.map(({ _source: { record, names } }) => ({
    entity: record.entity,
    names: names.map(({ folded }) => folded),
    titles: [...new Set((record.counts?.titles ?? []).map(({ title }) => title))],
  }));
}

const longest = (words: readonly string[]): string =>
  words.reduce((best, word) => (word.length > best.length ? word : best), "");
