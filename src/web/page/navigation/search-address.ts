import { countParameter, PAGE_SIZE, readCount, readOneOf, withParameters } from "./parameters.ts";

const KINDS = ["QUOTE", "PARAGRAPH"] as const;
export type KindChoice = (typeof KINDS)[number];

/** How hits stand: the best first, or together with the others of their speaker. */
const VIEWS = ["ORDER", "SPEAKER"] as const;
export type HitView = (typeof VIEWS)[number];

/** All that the search page shows, as its address keeps it. */
export interface SearchState {
  readonly query: string;
  /** Ids of the speakers to keep; empty for all. */
  readonly speakers: readonly string[];
  /** Null for both. */
  readonly kind: KindChoice | null;
  readonly view: HitView;
  /** How many hits to show, from 1 to 100. */
  readonly count: number;
  /** Ids of the hits with the paragraphs around them in view. */
  readonly around: readonly string[];
}

export const EMPTY_SEARCH: SearchState = {
  query: "",
  speakers: [],
  kind: null,
  view: "ORDER",
  count: PAGE_SIZE,
  around: [],
};

/** What does not belong there is passed over: an address is typed and mended by hand, too. */
export const readSearch = (parameters: URLSearchParams): SearchState => ({
  query: parameters.get("q") ?? "",
  speakers: parameters.getAll("speaker"),
  kind: readOneOf(parameters, "kind", KINDS),
  view: readOneOf(parameters, "view", VIEWS) ?? "ORDER",
  count: readCount(parameters),
  around: parameters.getAll("around"),
});

/** The address of a search, without what is as always. */
export const searchAddress = ({ query, speakers, kind, view, count, around }: SearchState): string =>
  withParameters("/", [
    ...(query === "" ? [] : ([["q", query]] as const)),
    ...speakers.map((speaker) => ["speaker", speaker] as const),
    ...(kind === null ? [] : ([["kind", kind]] as const)),
    ...(view === "ORDER" ? [] : ([["view", view]] as const)),
    ...countParameter(count),
    ...around.map((id) => ["around", id] as const),
  ]);
