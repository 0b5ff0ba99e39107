import { withParameters } from "./parameters.ts";

/** What the page of a draft sets off. The draft itself stays in the page: it is nobody else's. */
export interface DraftState {
  /** The verdict whose quotes stand out; null for all. */
  readonly verdict: string | null;
  /** The anchor of the quote that is chosen; empty for none. */
  readonly anchor: string;
}

export const readDraft = (parameters: URLSearchParams, anchor: string): DraftState => ({
  verdict: parameters.get("verdict"),
  anchor,
});

export const draftAddress = ({ verdict = null, anchor = "" }: Partial<DraftState> = {}): string =>
  withParameters("/draft", verdict === null ? [] : [["verdict", verdict]], anchor);

/** @param place Of the quote among those of the draft, from 0. */
export const draftQuoteAnchor = (place: number): string => `quote-${place + 1}`;
