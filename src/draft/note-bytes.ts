import { isAscii } from "node:buffer";
import type { ArticleFormat } from "../ingest/article-source.ts";

/**
 * The text of a note as bytes that its reader decodes to the same text, whatever charset the text declares: who sends text has decoded it,
 * and the declaration is of the file it was.
 */
export function bytesOfNote(format: ArticleFormat, text: string): Uint8Array {
  const bytes = Buffer.from(text);
  // The same in every charset; and what stands in ASCII for other letters is still to be decoded.
  if (isAscii(bytes)) return bytes;
  if (format === "HTML") return Buffer.from(`\ufeff${text.replace(/^\ufeff/, "")}`);
  return format === "EMAIL" ? Buffer.from(declaringUtf8(text)) : bytes;
}

/** The head of a message, or of a part of it, has no blank line in it. */
const HEAD_END = /(\r?\n\r?\n)/;
/** The field goes on in lines that are indented. */
const CONTENT_TYPE = /^content-type:.*(?:\r?\n[ \t].*)*/im;
/** What is encoded so is ASCII in the message: its bytes are still those of its charset. */
const ENCODED = /^content-transfer-encoding:\s*(?:quoted-printable|base64)/im;
const CHARSET = /\bcharset\s*=\s*(?:"[^"\r\n]*"|[\w.:+-]+)/i;

/** Each part of a message tells its charset. @returns The message, the parts of which that stand in it unencoded are said to be UTF-8 */
const declaringUtf8 = (message: string): string =>
  message
    .split(HEAD_END)
    .map((paragraph) =>
      ENCODED.test(paragraph)
        ? paragraph
        : paragraph.replace(CONTENT_TYPE, (field) => field.replace(CHARSET, "charset=utf-8")),
    )
    .join("");
