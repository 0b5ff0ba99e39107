import type { Entity } from "../model/entity.ts";
import { findByName } from "../search/names/find-by-names.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { MAX_NAME_LENGTH, oneLine } from "./quoted-material.ts";

/** What one menu shows. */
const MAX_COMPLETIONS = 20;
/** Those most mentioned, among whom to look for speakers. */
const CONSIDERED_PEOPLE = 100;

/** Names of those who are quoted: whom what is typed means as it stands, then who has words that begin like it; the most quoted first. */
export async function completeSpeaker(store: QuoteStore, begun: string): Promise<string[]> {
  const query = begun.trim();
  const [meant, { items }] = await Promise.all([
    findByName(store, query),
    store.listEntities(query === "" ? {} : { query }, { first: CONSIDERED_PEOPLE, after: null }),
  ]);
  const exact = mostQuotedFirst(meant.map(({ entity }) => entity));
  const beginning = mostQuotedFirst(items.map(({ value }) => value));
  const speakers = new Map([...exact, ...beginning].map((entity) => [entity.id, entity]));
  return [...speakers.values()].slice(0, MAX_COMPLETIONS).map(({ name }) => oneLine(name, MAX_NAME_LENGTH));
}

const mostQuotedFirst = (entities: readonly Entity[]): readonly Entity[] =>
  entities.filter(({ quoteCount }) => quoteCount > 0).sort((a, b) => b.quoteCount - a.quoteCount);
