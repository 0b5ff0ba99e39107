import { VerbatimError } from "../errors.ts";
import type { ArticleFormat } from "./article-source.ts";

/** What a file holds, told by its first bytes, in hexadecimal digits or as text, whatever its ending is. */
interface Content {
  readonly beginning: string | RegExp;
  /** Formats that begin so; others were taken for them by mistake. */
  readonly formats: readonly ArticleFormat[];
  readonly holds: string;
  readonly whatToDo: string;
}

/** Text that may quote HTML or JSON does not begin with it. */
const CONTENTS: readonly Content[] = [
  { beginning: "255044462d", formats: ["PDF"], holds: "a PDF", whatToDo: "Name it .pdf." },
  {
    beginning: "504b0304",
    formats: ["DOCX", "EPUB"],
    holds: "a ZIP archive",
    whatToDo: "Name it .docx or .epub where it is one; else unpack it, and give the files.",
  },
  {
    beginning: "1f8b",
    formats: ["WARC"],
    holds: "what gzip packed",
    whatToDo: "Unpack it with gunzip; name a web archive .warc.gz.",
  },
  {
    beginning: "d0cf11e0",
    formats: [],
    holds: "a document of an old Office, or a locked one",
    whatToDo: "Save it as .docx without a password.",
  },
  { beginning: /^\{\\rtf/, formats: [], holds: "a document in RTF", whatToDo: "Save it as .docx." },
  { beginning: /^WARC\/\d/, formats: ["WARC"], holds: "a web archive", whatToDo: "Name it .warc." },
  {
    beginning: /^\s*(?:<\?xml[^>]{0,100}>\s*)?<(?:!doctype\s+html|html[\s>])/i,
    formats: ["HTML", "MARKDOWN", "EPUB"],
    holds: "a page in HTML",
    whatToDo: "Name it .html.",
  },
  {
    beginning: /^\s*\{\s*"(?:id|text|title|url)"\s*:/,
    formats: ["JSON_LINES"],
    holds: "JSON Lines",
    whatToDo: "Name it .jsonl.",
  },
];

/** So many bytes tell. */
const LOOKED_AT = 200;

/**
 * Refuses a file whose content is of another format than its ending says: as text it would be read for something that nobody wrote.
 * @throws VerbatimError ARTICLE_UNREADABLE
 */
export function refuseOtherFormat(bytes: Uint8Array, format: ArticleFormat, where: string): void {
  const top = Buffer.from(bytes.subarray(0, LOOKED_AT));
  const content = CONTENTS.find(({ beginning }) => beginsWith(top, beginning));
  if (content === undefined || content.formats.includes(format)) return;
  const message = `${where} holds ${content.holds}, whatever its ending says. ${content.whatToDo}`;
  throw new VerbatimError("ARTICLE_UNREADABLE", message);
}

const beginsWith = (top: Buffer, beginning: string | RegExp): boolean =>
  typeof beginning === "string"
    ? top.toString("hex").startsWith(beginning)
    : beginning.test(top.toString("utf8").replace(/^\ufeff/, ""));
