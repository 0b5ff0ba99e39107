/** Which page an address shows. */
export type Route =
  | { readonly page: "SEARCH" }
  | { readonly page: "ARTICLE"; readonly id: string }
  | { readonly page: "PERSON"; readonly id: string }
  | { readonly page: "UNKNOWN" };

export type KindChoice = "QUOTE" | "PARAGRAPH";

/** All that the search page shows, as its address keeps it. */
export interface SearchState {
  readonly query: string;
  /** Ids of the speakers to keep; empty for all. */
  readonly speakers: readonly string[];
  /** Null for both. */
  readonly kind: KindChoice | null;
  /** How many hits to show, from 1 to 100. */
  readonly count: number;
  /** Ids of the hits with the paragraphs around them in view. */
  readonly around: readonly string[];
}

/** What one "Show more" adds. */
export const PAGE_SIZE = 10;
/** The server's limit to a page. */
export const MAX_COUNT = 100;

export const EMPTY_SEARCH: SearchState = { query: "", speakers: [], kind: null, count: PAGE_SIZE, around: [] };

export function readRoute(pathname: string): Route {
  if (pathname === "/") return { page: "SEARCH" };
  const [, page, id, ...rest] = pathname.split("/");
  if (!id || rest.length > 0) return { page: "UNKNOWN" };
  if (page === "article") return { page: "ARTICLE", id };
  if (page === "person") return { page: "PERSON", id };
  return { page: "UNKNOWN" };
}

/** What does not belong there is passed over: an address is typed and mended by hand, too. */
export function readSearch(parameters: URLSearchParams): SearchState {
  const kind = parameters.get("kind");
  return {
    query: parameters.get("q") ?? "",
    speakers: parameters.getAll("speaker"),
    kind: kind === "QUOTE" || kind === "PARAGRAPH" ? kind : null,
    count: readCount(parameters),
    around: parameters.getAll("around"),
  };
}

/** The address of a search, without what is as always. */
export function searchAddress({ query, speakers, kind, count, around }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== "") parameters.set("q", query);
  for (const speaker of speakers) parameters.append("speaker", speaker);
  if (kind !== null) parameters.set("kind", kind);
  if (count !== PAGE_SIZE) parameters.set("n", String(count));
  for (const id of around) parameters.append("around", id);
  return withParameters("/", parameters);
}

/** What a person's page shows of the quotes. */
export interface PersonState {
  /** Only quotes about this, the best first; empty for all, the newest first. */
  readonly about: string;
  readonly count: number;
}

export const readPerson = (parameters: URLSearchParams): PersonState => ({
  about: parameters.get("about") ?? "",
  count: readCount(parameters),
});

export function personAddress(id: string, { about, count }: PersonState = { about: "", count: PAGE_SIZE }): string {
  const parameters = new URLSearchParams();
  if (about !== "") parameters.set("about", about);
  if (count !== PAGE_SIZE) parameters.set("n", String(count));
  return withParameters(`/person/${id}`, parameters);
}

/** @param place The id of a quote or the anchor of a paragraph, to open the article there. */
export const articleAddress = (id: string, place?: string): string =>
  place === undefined ? `/article/${id}` : `/article/${id}#${place}`;

export const quoteAnchor = (quoteId: string): string => `quote-${quoteId}`;
/** @param index The paragraph's place in the article, from 0. */
export const paragraphAnchor = (index: number): string => `paragraph-${index + 1}`;

function readCount(parameters: URLSearchParams): number {
  const count = Number(parameters.get("n") ?? PAGE_SIZE);
  return Number.isInteger(count) && count >= 1 && count <= MAX_COUNT ? count : PAGE_SIZE;
}

function withParameters(path: string, parameters: URLSearchParams): string {
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}
