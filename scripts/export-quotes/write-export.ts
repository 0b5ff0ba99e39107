import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { readConfig } from "../../src/config.ts";
import { VerbatimError } from "../../src/errors.ts";
import { EXPORT_FORMATS, type ExportFormatName } from "../../src/export/export-formats.ts";
import type { QuoteRow } from "../../src/export/quote-row.ts";
import { hitRows, quoteRows } from "../../src/export/read-rows.ts";
import { writtenRows } from "../../src/export/written-rows.ts";
import { urlOf } from "../../src/http/listen.ts";
import { locateModel } from "../../src/inference/model-location.ts";
import { forkEmbedder } from "../../src/inference/process-embedder.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { withIdsForNames } from "../../src/search/names/ids-in-filter.ts";
import { openStore } from "../../src/store/open-store.ts";
import { WORKING_DIRECTORY } from "../command-line.ts";

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
  const embedder = await forkEmbedder(locateModel(config.model, config.modelsDirectory));
  const store = await openStore(config, embedder);
  try {
    const sources = { store, search: createSearch({ store, embedder }), pageUrl: config.publicUrl ?? urlOf(config) };
    const filter = await withIdsForNames(store, filterOf(options));
    const rows =
      query === null
        ? quoteRows(sources, filter, "NEWEST")
        : hitRows(sources, { query, filter, mode: "HYBRID", kinds: null });
    await write(rows, options);
  } finally {
    await store.close();
    await embedder.close();
  }
}

function filterOf({ publisher, speaker, from, to }: ExportOptions) {
  return {
    ...(speaker !== undefined && { speakers: [speaker] }),
    ...(publisher !== undefined && { publishers: [publisher] }),
    ...(from !== undefined && { publishedFrom: from }),
    ...(to !== undefined && { publishedTo: to }),
  };
}

/** As fast as the reader takes it. */
async function write(rows: AsyncIterable<QuoteRow>, { format, out }: ExportOptions): Promise<void> {
  const parts = writtenRows(rows, EXPORT_FORMATS[format]);
  try {
    if (out === undefined) await pipeline(parts, process.stdout, { end: false });
    else await pipeline(parts, createWriteStream(resolve(WORKING_DIRECTORY, out)));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    // Whoever reads has enough, as `head` has.
    if (out === undefined && code === "EPIPE") return;
    if (out === undefined || error instanceof VerbatimError || code === null) throw error;
    throw new VerbatimError("BAD_INPUT", `${out} can't be written: ${String(error)}. Give --out another file.`);
  }
}
