import { Parser } from "htmlparser2";
import { VerbatimError } from "../errors.ts";

/** Real pages nest some 30 deep, browsers draw no more than 512 (Blink). At some thousands Readability overflows the stack. */
const MAX_DEPTH = 256;

/** The longest live blogs have some 30,000 elements. 100,000 of them, 400 deep, took Readability 24 s. */
const MAX_ELEMENTS = 50_000;

/**
 * Counts the elements of a page before any tree of it is built, with the parser that builds it, and stops at the first
 * too many: a million open `<div>` took the tree builder more than a minute.
 * @throws VerbatimError ARTICLE_UNREADABLE
 */
export function refuseOversizedPage(html: string, where: string): void {
  let depth = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag() {
      if (++depth > MAX_DEPTH) throw oversized(where, `nests its elements more than ${MAX_DEPTH} deep`);
      if (++elements > MAX_ELEMENTS) throw oversized(where, `has more than ${MAX_ELEMENTS} elements`);
    },
    onclosetag: () => depth--,
  });
  parser.end(html);
}

function oversized(where: string, what: string): VerbatimError {
  return new VerbatimError("ARTICLE_UNREADABLE", `${where} ${what}, more than a news page has. Save its text as .txt.`);
}
