import { QUOTE_KINDS } from "../model/quote.ts";

/** What a passage can be: a kind of quote, or the article's own words. A row's kind is its place here. */
export const ROW_KINDS = [...QUOTE_KINDS, "PARAGRAPH"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const rowKindNumber = (kind: RowKind): number => ROW_KINDS.indexOf(kind);

/** The kind of a turn in a transcript. */
export const TURN: number = rowKindNumber("TRANSCRIPT");
/** The kind of a row in which nobody says anything. */
export const NARRATION: number = rowKindNumber("PARAGRAPH");
