import type { QuoteStore } from "../store/quote-store.ts";
import { MAX_NAME_LENGTH, oneLine } from "./quoted-material.ts";

/** What one menu shows. */
const MAX_COMPLETIONS = 20;
/** Those most mentioned, among whom to look for speakers. */
const CONSIDERED_PEOPLE = 100;

/** Names of those who are quoted, and have words that begin like this; the most quoted first. */
export async function completeSpeaker(store: QuoteStore, begun: string): Promise<string[]> {
  const query = begun.trim();
  const filter = query === "" ? {} : { query };
  const { items } = await store.listEntities(filter, { first: CONSIDERED_PEOPLE, after: null });
  return items
    .map(({ value }) => value)
    .filter(({ quoteCount }) => quoteCount > 0)
    .sort((a, b) => b.quoteCount - a.quoteCount)
    .slice(0, MAX_COMPLETIONS)
    .map(({ name }) => oneLine(name, MAX_NAME_LENGTH));
}
