import type { Entity } from "../../model/entity.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { findMeant } from "./meant-by.ts";

/** The conditions whose values are entities, given by id or by name. */
const NAMED = ["speakers", "onBehalfOf", "mentions", "places"] as const;
type Named = (typeof NAMED)[number];

/** What each value stands for. */
type Meanings = ReadonlyMap<string, readonly Entity[]>;

/**
 * The same filter with every speaker, everyone spoken for, every entity mentioned and every place an id: a known id becomes that of the
 * entity it was joined into, a name the ids of all whom it may mean, and what is neither is left out, so that a list of
 * unknown ones matches nothing.
 */
export async function withIdsForNames<F extends ChunkFilter>(store: QuoteStore, filter: F): Promise<F> {
  const values = [...new Set(valuesIn(filter))];
  const meant = await findMeant(store, values);
  return withIds(filter, new Map(values.map((value, i) => [value, meant[i]?.entities ?? []])));
}

const valuesIn = (filter: ChunkFilter): readonly string[] => [
  ...NAMED.flatMap((name) => filter[name] ?? []),
  ...partsOf(filter).flatMap(valuesIn),
];

const partsOf = ({ and = [], or = [], not }: ChunkFilter): readonly ChunkFilter[] => [
  ...and,
  ...or,
  ...(not ? [not] : []),
];

function withIds<F extends ChunkFilter>(filter: F, meanings: Meanings): F {
  const { and, or, not } = filter;
  const named = NAMED.flatMap((name) => {
    const values = filter[name];
    return values === undefined ? [] : [[name, idsOf(name, values, meanings)] as const];
  });
  return {
    ...filter,
    ...Object.fromEntries(named),
    ...(and && { and: and.map((part) => withIds(part, meanings)) }),
    ...(or && { or: or.map((part) => withIds(part, meanings)) }),
    ...(not && { not: withIds(not, meanings) }),
  };
}

/** Of a name that a person and a place share, a place means the place. */
function idsOf(condition: Named, values: readonly string[], meanings: Meanings): readonly string[] {
  const entities = values.flatMap((value) => meanings.get(value) ?? []);
  const meant = condition === "places" ? entities.filter(({ kind }) => kind === "PLACE") : entities;
  return [...new Set(meant.map(({ id }) => id))];
}
