import { isUtf8 } from "node:buffer";
import { VerbatimError } from "../errors.ts";

/** More control characters than one in this many characters is no text: prose has none, old files a stray one. */
const CHARACTERS_PER_CONTROL = 100;

/** Control characters but tab, line feed, vertical tab, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000e-\u001f]/g;

/** The longest UTF-8 sequence is four bytes: a broken one begins at most three before the byte that breaks it. */
const MAX_BYTES_BEFORE_BREAK = 3;

/**
 * Text of a file: UTF-16 where its mark says so, else UTF-8. The mark itself is dropped, all else is kept as it is.
 * @param where Named in errors, such as `notes.txt`
 * @throws VerbatimError ARTICLE_UNREADABLE for binary content and for bytes that the encoding does not allow
 */
export function decodeText(bytes: Uint8Array, where: string): string {
  const encoding = markedEncoding(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be")
    return refuseBinary(decodeUtf16(bytes, encoding, where), where);
  refuseNulBytes(bytes, where);
  return refuseBinary(decodeUtf8(bytes, where), where);
}

/** The encoding that a byte order mark at the start tells, if there is one. */
export function markedEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** @throws VerbatimError ARTICLE_UNREADABLE, naming the byte where the text stops being UTF-8 */
export function decodeUtf8(bytes: Uint8Array, where: string): string {
  if (isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  throw new VerbatimError(
    "ARTICLE_UNREADABLE",
    `${where} is not valid UTF-8 at byte ${firstInvalidByte(bytes)} (counted from 0). ` +
      "Save it as UTF-8; from Windows-1252: iconv -f WINDOWS-1252 -t UTF-8.",
  );
}

/** Text with NUL or many other control characters is binary content, whatever its file is called. */
export function refuseBinary(text: string, where: string): string {
  const controls: readonly string[] = text.match(CONTROL_CHARACTERS) ?? [];
  if (controls.includes("\u0000") || controls.length * CHARACTERS_PER_CONTROL > text.length) throw binaryContent(where);
  return text;
}

/** Where the last whole character before the first break ends: the first byte that decoding and encoding again changes. */
function firstInvalidByte(bytes: Uint8Array): number {
  const again = Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const changed = bytes.findIndex((byte, i) => byte !== again[i]);
  const broken = changed === -1 ? bytes.length : changed;
  for (let end = broken; end > broken - MAX_BYTES_BEFORE_BREAK && end > 0; end--) {
    if (isUtf8(bytes.subarray(0, end))) return end;
  }
  return Math.max(0, broken - MAX_BYTES_BEFORE_BREAK);
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", where: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `${where} begins as UTF-16 but does not go on as such. Save it as UTF-8.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}

/** Said before the encoding is judged: "save it as UTF-8" would mislead for a picture. */
function refuseNulBytes(bytes: Uint8Array, where: string): void {
  if (bytes.includes(0)) throw binaryContent(where);
}

function binaryContent(where: string): VerbatimError {
  return new VerbatimError(
    "ARTICLE_UNREADABLE",
    `${where} holds binary content, not text. Give plain text, HTML or JSON Lines; save UTF-16 without a mark as UTF-8.`,
  );
}
