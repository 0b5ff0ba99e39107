import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleFormat } from "../../src/ingest/read-articles.ts";
import { byteStream } from "./byte-stream.ts";
import { readAll } from "./read-all.ts";

const PROSE =
  "“Nous verrons,” said Zoë Ångström 🙂 of the boatmen’s guild – and then, after a while, she left the room.";

const CONTENTS: readonly (readonly [string, ArticleFormat, Buffer])[] = [
  ["text", "TEXT", Buffer.from(`\ufeffFee put off\r\n\r\n${PROSE}\r\n`)],
  ["UTF-16", "TEXT", Buffer.from(`\ufeffFee put off\n\n${PROSE}`, "utf16le")],
  ["HTML", "HTML", Buffer.from(`<html><body><h1>Fee put off</h1><p>${PROSE}</p><p>${PROSE}</p></body></html>`)],
  ["JSON Lines", "JSON_LINES", Buffer.from(`${JSON.stringify({ text: PROSE })}\n{"te\n\n{"text": "${PROSE}"}`)],
  ["UTF-16 JSON Lines", "JSON_LINES", Buffer.from(`\ufeff${JSON.stringify({ text: PROSE })}\n{"te`, "utf16le")],
];

describe("the pieces in which a stream comes", () => {
  it.each(CONTENTS)("never change the result: %s", async (_, format, bytes) => {
    const whole = await readAll(bytes, { format });
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        expect(await readAll(byteStream(...cutAt(bytes, places)), { format })).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it.each(CONTENTS)("may be single bytes: %s", async (_, format, bytes) => {
    const single = cutAt(bytes, [...bytes.keys()]);
    expect(await readAll(byteStream(...single), { format })).toEqual(await readAll(bytes, { format }));
  });
});

function cutAt(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const bounds = [0, ...[...places].sort((a, b) => a - b), bytes.length];
  return bounds.slice(1).map((end, i) => bytes.subarray(bounds[i], end));
}
