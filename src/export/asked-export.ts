import { VerbatimError } from "../errors.ts";
import { localIdOf, parseGlobalId } from "../model/global-id.ts";
import { ASSERTIONS, QUOTE_KINDS, REPORTED } from "../model/quote.ts";
import type { ChunkFilter } from "../store/chunk-filter.ts";
import type { QuoteOrder } from "../store/quote-store.ts";

/** What an address of the search page asks for, and how it is narrowed: as `navigation/search-address.ts` of the page writes it. */
export interface AskedSearch {
  readonly query: string;
  readonly filter: ChunkFilter;
}

/** @throws VerbatimError BAD_INPUT for a month that is none, BAD_ID for the id of something else. */
export function readAskedSearch(parameters: URLSearchParams): AskedSearch {
  const entities = (name: string) => parameters.getAll(name).map(toEntity);
  const listed = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((value) => parameters.getAll(name).includes(value));
  return {
    query: parameters.get("q") ?? "",
    filter: {
      ...(parameters.has("speaker") && { speakers: entities("speaker") }),
      ...(parameters.has("onBehalfOf") && { onBehalfOf: entities("onBehalfOf") }),
      ...(parameters.has("mentions") && { mentions: entities("mentions") }),
      ...(parameters.has("place") && { places: entities("place") }),
      ...(parameters.has("publisher") && { publishers: parameters.getAll("publisher") }),
      ...(parameters.has("assertion") && { assertions: listed("assertion", ASSERTIONS) }),
      ...(parameters.has("reports") && { reports: listed("reports", REPORTED) }),
      ...voices(parameters.getAll("voice")),
      ...readPeriod(parameters),
    },
  };
}

/** A name or the store's id. */
const toEntity = (value: string): string =>
  parseGlobalId(value) === null ? value : localIdOf(value, "Person", "Organization", "Place");

/** Paragraphs are quotes of no kind: with them goes all but the quotes of the other kinds. */
function voices(kept: readonly string[]): ChunkFilter {
  if (kept.length === 0) return {};
  const isKept = (kind: string) => kept.includes(kind);
  return isKept("PARAGRAPH")
    ? { not: { quoteKinds: QUOTE_KINDS.filter((kind) => !isKept(kind)) } }
    : { quoteKinds: QUOTE_KINDS.filter(isKept) };
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Months, both within. */
export function readPeriod(parameters: URLSearchParams): Pick<ChunkFilter, "publishedFrom" | "publishedTo"> {
  const [from, to] = ["from", "to"].map((name) => checkedMonth(parameters.get(name), name));
  const [year = 0, month = 0] = (to ?? "").split("-").map(Number);
  return {
    ...(from && { publishedFrom: `${from}-01T00:00:00.000Z` }),
    ...(to && { publishedTo: new Date(Date.UTC(year, month) - 1).toISOString() }),
  };
}

function checkedMonth(month: string | null, name: string): string | null {
  if (month === null || month === "" || MONTH.test(month)) return month;
  throw new VerbatimError("BAD_INPUT", `\`${name}\` is ${JSON.stringify(month)}, and must be a month such as 2024-03.`);
}

/** The order of a person's page. */
export const readOrder = (parameters: URLSearchParams): QuoteOrder =>
  parameters.get("order") === "OLDEST" ? "OLDEST" : "NEWEST";
