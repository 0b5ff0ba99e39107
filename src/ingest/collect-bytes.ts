import { VerbatimError } from "../errors.ts";

/**
 * All bytes of a stream. Stops reading, and closes the stream, at the first piece that goes over the limit.
 * @param tooLong What is thrown then
 * @throws VerbatimError ARTICLE_TOO_LONG
 */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
  where: string,
  tooLong: (where: string, maxBytes: number) => VerbatimError = articleTooLong,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > maxBytes) throw tooLong(where, maxBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

/** The first bytes of a stream, which is closed behind them. */
export async function firstBytes(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  count: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    length += piece.length;
    if (length >= count) break;
  }
  return Buffer.concat(pieces, Math.min(length, count));
}

export function articleTooLong(where: string, maxBytes: number): VerbatimError {
  return new VerbatimError(
    "ARTICLE_TOO_LONG",
    `${where} is longer than an article may be (${maxBytes.toLocaleString("en")} bytes). Split it, or raise the limit.`,
    { maxArticleBytes: maxBytes },
  );
}
