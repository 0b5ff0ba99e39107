import { VerbatimError } from "../errors.ts";
import { markedEncoding } from "./decode-text.ts";

/** The mark of UTF-16 in bytes. */
const MARK_BYTES = 2;

/**
 * A byte stream as UTF-8: UTF-16 under its mark is converted on the way (some shells write it), all else passes.
 * @throws VerbatimError ARTICLE_UNREADABLE for UTF-16 that breaks off
 */
export async function* utf8Bytes(stream: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  for await (const piece of withWholeMark(stream)) {
    if (decoder === undefined) decoder = utf16Decoder(piece);
    yield decoder === null ? piece : converted(decoder, piece, where);
  }
  if (decoder) yield converted(decoder, null, where);
}

/** The same bytes, the first piece long enough to hold a mark. */
async function* withWholeMark(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  let passing = false;
  for await (const piece of stream) {
    head = passing ? piece : Buffer.concat([head, piece]);
    passing ||= head.length >= MARK_BYTES;
    if (passing) yield head;
  }
  if (!passing) yield head;
}

function utf16Decoder(start: Uint8Array): TextDecoder | null {
  const encoding = markedEncoding(start);
  return encoding === "utf-16le" || encoding === "utf-16be" ? new TextDecoder(encoding, { fatal: true }) : null;
}

/** @param piece null at the end of the stream */
function converted(decoder: TextDecoder, piece: Uint8Array | null, where: string): Uint8Array {
  try {
    return Buffer.from(piece === null ? decoder.decode() : decoder.decode(piece, { stream: true }));
  } catch (cause) {
    const message = `${where} begins as UTF-16 but does not go on as such. Save it as UTF-8.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}
