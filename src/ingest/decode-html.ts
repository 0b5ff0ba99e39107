import { VerbatimError } from "../errors.ts";
import { decodeCharset } from "./decode-charset.ts";
import { decodeText, markedEncoding } from "./decode-text.ts";

/** Where browsers look for the declaration (HTML Standard, 13.2.3.2), in bytes. */
const DECLARATION_BYTES = 1024;

const DECLARATION = /<meta[^<>]{1,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]+)/i;

/**
 * The source of a page, by its byte order mark, else the charset that it declares, else UTF-8.
 * @throws VerbatimError ARTICLE_UNREADABLE for binary content and for bytes that the encoding does not allow
 */
export function decodeHtml(bytes: Uint8Array, where: string): string {
  const charset = declaredCharset(bytes);
  if (markedEncoding(bytes) !== null || charset === null || bytes.includes(0)) return decodeText(bytes, where);
  try {
    return decodeCharset(bytes, charset);
  } catch (cause) {
    const message = `${where} declares the charset ${charset}, but is not written in it. Save it as UTF-8.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}

/** Null for none, for an unknown one, and for UTF-8 or UTF-16 (a declaration that can be read is not in UTF-16). */
function declaredCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const label = DECLARATION.exec(start)?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
