import { countParameter, PAGE_SIZE, type Parameters, readCount, readOneOf, withParameters } from "./parameters.ts";
import { ALL_TIME, isAllTime, type Period, periodParameters, readPeriod } from "./period.ts";

/** What passages can be kept by, values of each as the server counts them; also the names in the address. */
export const FACET_NAMES = [
  ...(["speaker", "onBehalfOf", "voice", "assertion", "reports"] as const),
  ...(["publisher", "mentions", "place"] as const),
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** The values to keep of each facet: any of these; none for all. */
export type Kept = Readonly<Record<FacetName, readonly string[]>>;

/** How hits stand: the best first, or together with the others of their speaker. */
const VIEWS = ["ORDER", "SPEAKER"] as const;
export type HitView = (typeof VIEWS)[number];

/** All that the search page shows, as its address keeps it. */
export interface SearchState {
  readonly query: string;
  readonly kept: Kept;
  readonly period: Period;
  readonly view: HitView;
  /** How many hits to show, from 1 to 100. */
  readonly count: number;
  /** Ids of the hits with the paragraphs around them in view. */
  readonly around: readonly string[];
}

export const KEEP_ALL: Pick<SearchState, "kept" | "period"> = {
  kept: { speaker: [], onBehalfOf: [], voice: [], assertion: [], reports: [], publisher: [], mentions: [], place: [] },
  period: ALL_TIME,
};

export const EMPTY_SEARCH: SearchState = { query: "", ...KEEP_ALL, view: "ORDER", count: PAGE_SIZE, around: [] };

/** How many conditions narrow the search. */
export const countFilters = ({ kept, period }: Pick<SearchState, "kept" | "period">): number =>
  FACET_NAMES.reduce((sum, name) => sum + kept[name].length, isAllTime(period) ? 0 : 1);

/** What does not belong there is passed over: an address is typed and mended by hand, too. */
export const readSearch = (parameters: URLSearchParams): SearchState => ({
  query: parameters.get("q") ?? "",
  kept: {
    speaker: parameters.getAll("speaker"),
    onBehalfOf: parameters.getAll("onBehalfOf"),
    voice: parameters.getAll("voice"),
    assertion: parameters.getAll("assertion"),
    reports: parameters.getAll("reports"),
    publisher: parameters.getAll("publisher"),
    mentions: parameters.getAll("mentions"),
    place: parameters.getAll("place"),
  },
  period: readPeriod(parameters),
  view: readOneOf(parameters, "view", VIEWS) ?? "ORDER",
  count: readCount(parameters),
  around: parameters.getAll("around"),
});

/** The address of a search, without what is as always. */
export const searchAddress = ({ query, kept, period, view, count, around }: SearchState): string =>
  withParameters("/", [
    ...(query === "" ? [] : ([["q", query]] as const)),
    ...keptParameters(kept),
    ...periodParameters(period),
    ...(view === "ORDER" ? [] : ([["view", view]] as const)),
    ...countParameter(count),
    ...around.map((id) => ["around", id] as const),
  ]);

const keptParameters = (kept: Kept): Parameters =>
  FACET_NAMES.flatMap((name) => kept[name].map((value) => [name, value] as const));
