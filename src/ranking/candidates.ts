import type { Signal } from "../model/hit.ts";

/** The passages that match a query, at places from 0 up to, but not including, `count`, in no order that matters. */
export interface Candidates {
  readonly count: number;
  /** For each place the base and the weighted signals of its kind of passage, added up. */
  readonly scores: readonly number[];
  /** What each signal says of it that the query asks for. */
  signalsAt(place: number): Readonly<Partial<Record<Signal, number>>>;
  idAt(place: number): string;
  isTurn(place: number): boolean;
  /** Equal for passages of one article. */
  articleAt(place: number): number;
  /** Rises with the time at which passages came into the store; no two are equal. */
  arrivalAt(place: number): number;
  /** Equal for passages that are the same words but for a few, told alike (said, denied, asked); null where no other has these. */
  wordingAt(place: number): number | null;
  /** Milliseconds since 1970; null for an undated article. */
  publishedAt(place: number): number | null;
}
