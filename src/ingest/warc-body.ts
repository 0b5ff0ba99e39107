import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import type { WARCRecord } from "warcio";
import { VerbatimError } from "../errors.ts";
import { articleTooLong, collectBytes } from "./collect-bytes.ts";

const unpackBrotli = promisify(brotliDecompress);

const ENCODING = "content-encoding";
/** What the parser unpacks by itself, or need not. */
const KNOWN_ENCODINGS: readonly string[] = ["", "identity", "gzip", "x-gzip", "deflate"];

/**
 * The bytes of a page as its site meant them: unpacked, and no more of them than the limit.
 * @throws VerbatimError ARTICLE_TOO_LONG, ARTICLE_UNREADABLE
 */
export async function readBody(record: WARCRecord, maxBytes: number, where: string): Promise<Uint8Array> {
  const encoding = (record.httpHeaders?.headers.get(ENCODING) ?? "").trim().toLowerCase();
  if (KNOWN_ENCODINGS.includes(encoding)) return collectBytes(record, maxBytes, where);
  // The parser would take it for gzip.
  record.httpHeaders?.headers.delete(ENCODING);
  const bytes = await collectBytes(record, maxBytes, where);
  if (encoding === "br") return unpacked(bytes, maxBytes, where);
  if (isPlain(bytes)) return bytes;
  const message = `${where} is packed as ${JSON.stringify(encoding)}, which can't be read. Save the page itself as .html.`;
  throw new VerbatimError("ARTICLE_UNREADABLE", message);
}

async function unpacked(bytes: Uint8Array, maxBytes: number, where: string): Promise<Uint8Array> {
  try {
    return await unpackBrotli(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (cause instanceof RangeError) throw articleTooLong(where, maxBytes);
    if (isPlain(bytes)) return bytes;
    const message = `${where} is packed with Brotli and damaged. Save the page itself as .html.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}

/** So many bytes tell whether they are text. */
const LOOKED_AT = 1_000;

/** Some crawlers unpack what they store, and leave the head as it was. */
function isPlain(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT), { stream: true });
  return head.trim() !== "" && !/\ufffd|(?!\s)\p{Cc}/u.test(head);
}
