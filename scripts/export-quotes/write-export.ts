import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { openEmbedder } from "../../src/app/open-models.ts";
import { readConfig } from "../../src/config.ts";
import { VerbatimError } from "../../src/errors.ts";
import { EXPORT_FORMATS, type ExportFormatName } from "../../src/export/export-formats.ts";
import type { QuoteRow } from "../../src/export/quote-row.ts";
import { hitRows, quoteRows, type RowSources } from "../../src/export/read-rows.ts";
import { writtenRows } from "../../src/export/written-rows.ts";
import { urlOf } from "../../src/http/listen.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { withIdsForNames } from "../../src/search/names/ids-in-filter.ts";
import { openStore } from "../../src/store/open-store.ts";
import { inWorkingDirectory, publicationFilter } from "../command-line.ts";

export interface ExportOptions {
  readonly format: ExportFormatName;
  readonly speaker?: string;
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
}

/** Writes the hits of a search, or all quotes where `query` is null. */
export async function writeExport(query: string | null, options: ExportOptions): Promise<void> {
  const config = readConfig(process.env);
  const embedder = await openEmbedder(config);
  try {
    const store = await openStore(config, embedder);
    try {
      const sources = { store, search: createSearch({ store, embedder }), pageUrl: config.publicUrl ?? urlOf(config) };
      await write(await rowsOf(query, options, sources), options);
    } finally {
      await store.close();
    }
  } finally {
    await embedder.close();
  }
}

async function rowsOf(
  query: string | null,
  options: ExportOptions,
  sources: RowSources,
): Promise<AsyncIterable<QuoteRow>> {
  const speakers = options.speaker === undefined ? {} : { speakers: [options.speaker] };
  const filter = await withIdsForNames(sources.store, { ...speakers, ...publicationFilter(options) });
  return query === null
    ? quoteRows(sources, filter, "NEWEST")
    : hitRows(sources, { query, filter, mode: "HYBRID", kinds: null });
}

/** As fast as the reader takes it. */
async function write(rows: AsyncIterable<QuoteRow>, { format, out }: ExportOptions): Promise<void> {
  const parts = writtenRows(rows, EXPORT_FORMATS[format]);
  try {
    if (out === undefined) await pipeline(parts, process.stdout, { end: false });
    else await pipeline(parts, createWriteStream(inWorkingDirectory(out)));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    // Whoever reads has enough, as `head` has.
    if (out === undefined && code === "EPIPE") return;
    if (out === undefined || error instanceof VerbatimError || code === null) throw error;
    throw new VerbatimError("BAD_INPUT", `${out} can't be written: ${String(error)}. Give --out another file.`);
  }
}
