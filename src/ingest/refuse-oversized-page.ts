import { Parser } from "htmlparser2";
import { VerbatimError } from "../errors.ts";

/** The most of each that a page may have, several times what the largest news pages have. */
const LIMITS = {
  /** Real pages nest some 30 deep, browsers draw 512 (Blink). At some thousands Readability overflows the stack. */
  "levels of nesting": 256,
  /** The longest live blogs have some 30,000. 100,000 of them, 400 deep, took Readability 24 s. */
  elements: 50_000,
  /** Each entity and each lone `<` is one of its own; some hundred thousand overflow the stack of the tree builder. */
  "pieces of text": 100_000,
  /** The tree builder takes 1.4 s for 40,000 attributes of one element, and four times that for twice as many. */
  "attributes in an element": 1_000,
};
type Limited = keyof typeof LIMITS;

/**
 * Counts what a page is made of before any tree of it is built, with the parser that builds it, and stops at the first
 * too many: a million open `<div>` took the tree builder more than a minute.
 * @throws VerbatimError ARTICLE_UNREADABLE
 */
export function refuseOversizedPage(html: string, where: string): void {
  const counts: Record<Limited, number> = {
    "levels of nesting": 0,
    elements: 0,
    "pieces of text": 0,
    "attributes in an element": 0,
  };
  const count = (what: Limited): void => {
    counts[what]++;
    if (counts[what] > LIMITS[what]) throw oversizedPage(where, what);
  };
  const parser = new Parser({
    onopentagname() {
      count("elements");
      count("levels of nesting");
      counts["attributes in an element"] = 0;
    },
    onclosetag: () => counts["levels of nesting"]--,
    ontext: () => count("pieces of text"),
    onattribute: () => count("attributes in an element"),
  });
  parser.end(html);
}

/** The same for elements that are made of the text of one. */
export function refuseElements(count: number, where: string): void {
  if (count > LIMITS.elements) throw oversizedPage(where, "elements");
}

function oversizedPage(where: string, what: Limited): VerbatimError {
  const message = `${where} has more than ${LIMITS[what]} ${what}, more than a news page has. Save its text as .txt.`;
  return new VerbatimError("ARTICLE_UNREADABLE", message);
}
