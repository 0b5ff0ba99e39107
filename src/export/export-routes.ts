import { pipeline } from "node:stream/promises";
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from "express";
import { hasCode, VerbatimError } from "../errors.ts";
import { pageUrlOf } from "../http/own-origin.ts";
import { localIdOf } from "../model/global-id.ts";
import { ServiceError } from "../model/service-fault.ts";
import type { Search } from "../search/search.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { readAskedSearch, readOrder, readPeriod } from "./asked-export.ts";
import { atomFeed } from "./atom-feed.ts";
import { EXPORT_FORMATS, type ExportFormat, isExportFormat } from "./export-formats.ts";
import type { QuoteRow } from "./quote-row.ts";
import { hitRows, quoteRows, type RowSources } from "./read-rows.ts";
import { writtenRows } from "./written-rows.ts";

export interface ExportRoutesParts {
  /** What answers one request. */
  readonly answering: (request: Request) => { readonly store: QuoteStore; readonly search: Pick<Search, "search"> };
  /** Where readers find the reading page, without a slash at its end; null for the address under which a request came. */
  readonly publicUrl: string | null;
}

/**
 * The pages of a search, an article and a person as files: their addresses with `?format=csv`, `jsonl`, `markdown` or `bibtex`; and a
 * search as a feed with `?format=atom`. Goes before the routes of the pages.
 */
export function exportRoutes(parts: ExportRoutesParts): Router {
  const router = express.Router();
  router.get("/", exported(parts, "search", rowsOfSearch));
  router.get(
    "/article/:id",
    exported(parts, "article", (sources, request) =>
      quoteRows(sources, { articles: [localIdOf(String(request.params.id), "Article")] }, "OLDEST"),
    ),
  );
  router.get("/person/:id", exported(parts, "person", rowsOfPerson));
  return router;
}

type ReadRows = (sources: RowSources, request: Request) => AsyncIterable<QuoteRow> | Promise<AsyncIterable<QuoteRow>>;

function exported({ publicUrl, answering }: ExportRoutesParts, name: string, readRows: ReadRows): RequestHandler {
  return async (request, response, next) => {
    const { format } = request.query;
    if (format === undefined) return next();
    const sources = { ...answering(request), pageUrl: pageUrlOf(request, publicUrl) };
    try {
      response.set("X-Content-Type-Options", "nosniff");
      if (format === "atom" && name === "search") return await sendFeed(sources, request, response);
      if (!isExportFormat(format)) throw new VerbatimError("BAD_INPUT", NO_SUCH_FORMAT);
      await sendRows(response, await readRows(sources, request), EXPORT_FORMATS[format], name);
    } catch (error) {
      tellOfFailure(error, response, next);
    }
  };
}

function tellOfFailure(error: unknown, response: Response, next: NextFunction): void {
  if (isEnded(error) && response.headersSent) response.destroy();
  else if (!isOfRequest(error) || response.headersSent) next(error);
  else response.status(400).type("text/plain").send(`${error.message}\n`);
}

/** Else it is told as it is everywhere: that nobody waits any more, or what is wrong where Verbatim runs. */
const isOfRequest = (error: unknown): error is VerbatimError =>
  error instanceof VerbatimError && !(error instanceof ServiceError) && !isEnded(error);

/** Nobody waits any more, or the time is up. A file that has begun breaks off then, so that nobody takes it for whole. */
const isEnded = (error: unknown): boolean => hasCode(error, "TIMED_OUT");

const NO_SUCH_FORMAT = `There is no such format. There are ${Object.keys(EXPORT_FORMATS).join(", ")}, and of a search atom.`;

function rowsOfSearch(sources: RowSources, request: Request): AsyncIterable<QuoteRow> {
  return hitRows(sources, { ...askedSearch(request), mode: "HYBRID", kinds: null, order: "RELEVANCE" });
}

function rowsOfPerson(sources: RowSources, request: Request): AsyncIterable<QuoteRow> {
  const parameters = parametersOf(request);
  const speaker = localIdOf(String(request.params.id), "Person", "Organization", "Place");
  const filter = { speakers: [speaker], ...readPeriod(parameters) };
  const about = parameters.get("about") ?? "";
  if (about === "") return quoteRows(sources, filter, readOrder(parameters));
  return hitRows(sources, { query: about, filter, mode: "HYBRID", kinds: ["QUOTE"], order: "RELEVANCE" });
}

/** The newest quotes that a search finds: so many are more than come between two looks. */
const FEED_ENTRIES = 50;

async function sendFeed(sources: RowSources, request: Request, response: Response): Promise<void> {
  const { query, filter } = askedSearch(request);
  const rows: QuoteRow[] = [];
  for await (const row of hitRows(sources, { query, filter, mode: "HYBRID", kinds: ["QUOTE"], order: "NEWEST" })) {
    if (rows.push(row) === FEED_ENTRIES) break;
  }
  const parameters = parametersOf(request);
  const self = `${sources.pageUrl}/?${parameters}`;
  parameters.delete("format");
  const feed = atomFeed({ title: `Verbatim: ${query}`, self, page: `${sources.pageUrl}/?${parameters}` }, rows);
  // Express makes the ETag of it, and answers 304 to who has it.
  response.type("application/atom+xml").set("Cache-Control", "no-cache").send(feed);
}

function askedSearch(request: Request) {
  const asked = readAskedSearch(parametersOf(request));
  if (asked.query.trim() !== "") return asked;
  throw new VerbatimError(
    "BAD_INPUT",
    "There is nothing to export: ask for something, such as /?q=harbour+fee&format=csv",
  );
}

const parametersOf = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, "http://localhost").searchParams;

/** One row at a time, as fast as the reader takes them; what goes wrong before the first row is told in its place. */
async function sendRows(
  response: Response,
  rows: AsyncIterable<QuoteRow>,
  format: ExportFormat,
  name: string,
): Promise<void> {
  const parts = writtenRows(rows, format);
  const { value: first = "" } = await parts.next();
  response.attachment(`${name}.${format.ending}`).type(`${format.mediaType}; charset=utf-8`).write(first);
  try {
    await pipeline(parts, response);
  } catch (error) {
    // Whoever asked went away.
    if (!isPremature(error)) throw error;
  }
}

const isPremature = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
