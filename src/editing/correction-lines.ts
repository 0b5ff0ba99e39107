import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import { byteLines } from "../ingest/byte-lines.ts";
import { utf8Bytes } from "../ingest/utf8-bytes.ts";
import type { Correction } from "../model/correction.ts";
import { ENTITY_KINDS } from "../model/entity.ts";
import { ASSERTIONS } from "../model/how-told.ts";
import { allCorrections } from "../store/corrections/all-corrections.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** All corrections of an index as JSON Lines, the latest first; `readCorrectionLines` takes them into another. */
export async function* correctionLines(store: Pick<QuoteStore, "listCorrections">): AsyncGenerator<string> {
  for await (const correction of allCorrections(store)) yield `${JSON.stringify(correction)}\n`;
}

/** A line with its correction, or why there is none. */
type CorrectionLine = { readonly correction: Correction } | { readonly failure: VerbatimError };

/** A line is one correction, whose words are at most an article's. */
const MAX_LINE_BYTES = 10_000_000;

const text = z.string();
const entity = z.object({ id: text.min(1), kind: z.enum(ENTITY_KINDS), name: text.min(1) });
const selector = z.object({ exact: text, prefix: text, suffix: text, start: z.number(), end: z.number() });
const words = z.object({ articleId: text.min(1), quoteId: text.min(1), selectors: z.array(selector).min(1) });
const signed = z.object({ at: z.iso.datetime({ precision: 3 }), by: text });

const CORRECTION = signed.extend({
  id: text.min(1),
  change: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("SPEAKER"), words, speaker: entity }),
    z.object({ kind: z.literal("NOBODY"), words }),
    z.object({ kind: z.literal("ASSERTION"), words, assertion: z.enum(ASSERTIONS) }),
    z.object({ kind: z.literal("HIDDEN"), words }),
    z.object({ kind: z.literal("MERGED"), people: z.array(entity).min(1), into: entity }),
    z.object({
      kind: z.literal("SPLIT"),
      from: entity,
      into: entity,
      named: z.array(z.object({ articleId: text.min(1), name: text.min(1) })).min(1),
    }),
    z.object({ kind: z.literal("RENAMED"), person: entity, name: text.min(1) }),
  ]),
  reason: text.nullable(),
  before: z.object({ names: z.array(text), assertion: z.enum(ASSERTIONS).nullable() }),
  undone: signed.nullable(),
});

/**
 * Reads corrections as `correctionLines` writes them; a bad line is told of, and the others go on.
 * @param name Of the file, for its reader.
 */
export async function* readCorrectionLines(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<CorrectionLine> {
  for await (const line of byteLines(utf8Bytes(bytes, name), MAX_LINE_BYTES)) {
    const json = line.bytes === null ? "" : new TextDecoder().decode(line.bytes).replace(/^\uFEFF/, "");
    if (line.bytes !== null && json.trim() === "") continue;
    const parsed = CORRECTION.safeParse(parseJson(json));
    yield parsed.success
      ? { correction: parsed.data }
      : { failure: badLine(`${name} line ${line.number}`, parsed.error) };
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function badLine(where: string, error: z.ZodError): VerbatimError {
  const place = error.issues[0]?.path.join(".") ?? "";
  const what = place === "" ? "is no correction" : `is no correction: its "${place}" won't do`;
  return new VerbatimError("BAD_INPUT", `${where} ${what}. Give a file that \`npm run corrections -- export\` wrote.`);
}
