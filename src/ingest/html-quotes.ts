/** What publishers set a quote in. */
const QUOTED =
  "blockquote, [class*=pullquote i], [class*=pull-quote i], [class*=pull_quote i], " +
  "p[class~=quote i], div[class~=quote i], [class~=quote-text i], [class~=quote__text i]";

/** Where they say whose it is. */
const ATTRIBUTION =
  "figcaption, footer, cite, [class*=attribution i], [class*=author i], [class*=source i], [class*=credit i], [class*=byline i], [class*=speaker i]";

/** A longer one is no name with an office; it stays where it is. */
const MAX_ATTRIBUTION_CHARACTERS = 200;

/** More quotes than this are no news page: to look each up in the whole page would take too long. */
const MAX_QUOTED = 200;

/** A pull quote repeats at least so many words of the article; fewer may stand there by chance. */
const MIN_REPEATED_WORDS = 4;

const OPENING_MARK = /^["“„«‘'‹]/;
const QUOTE_MARK = /["“”„«»]/;
const SHARED_BY = /^A (?:post|photo|video|reel) (?:shared|posted) by\s+/i;
const POSTED_BY = /^\s*Posted by\s/;
const POSTED_BY_NAME = /^Posted by (.{2,80}?)(?: on .{1,60})?$/;
const VIEW_POST = /^(?:view|see) (?:this|the|more|original) .{0,40}\bon \w+$/i;
const NAMED = /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|la|von|van|der|al|bin))+, .{2,100}(?<![.!?…”"])$/u;
const SENTENCE_END = /[.!?…]["'”’»)]*$/;
const LEADING_DASH = /^\s*[-–—―]+\s*/;

/**
 * Writes what a browser shows of quotes by layout into the words of a page, as a newspaper would print it: marks around
 * `<q>`, and `“…” — Lena Marsh, mayor` for a block quote, a pull quote or an embedded post with its attribution. A pull
 * quote that repeats words of the article goes. A block quote has marks only where it is attributed or announced by a colon:
 * others may be a law or a poem.
 */
export function writeOutQuotes(document: Document): void {
  for (const element of Array.from(document.querySelectorAll("q"))) markInline(element);
  const quoted = Array.from(document.querySelectorAll(QUOTED)).filter((element) => !isWithinQuote(element));
  if (quoted.length === 0 || quoted.length > MAX_QUOTED) return;
  const pageWords = flat(document.documentElement.textContent ?? "");
  for (const element of quoted) writeOut(element, pageWords);
}

const isWithinQuote = (element: Element): boolean => (element.parentElement?.closest(QUOTED) ?? null) !== null;

function markInline(element: Element): void {
  const isNested = (element.parentElement?.closest("q") ?? null) !== null;
  if (OPENING_MARK.test((element.textContent ?? "").trim())) return;
  surround(element, isNested ? "‘" : "“", isNested ? "’" : "”");
}

function writeOut(element: Element, pageWords: string): void {
  const unit = unitOf(element);
  const attribution = takeAttribution(unit, element);
  if (attribution !== null) unwrapLinks(element);
  const words = flat(element.textContent ?? "");
  if (words.trim() === "") return;
  if (isRepeated(words, pageWords)) {
    unit.remove();
    return;
  }
  if (attribution !== null || isAnnounced(unit)) addMarks(element, attribution);
  toBlockQuote(element, unit);
}

/** The figure or box that holds the quote alone. */
function unitOf(element: Element): Element {
  const unit = element.closest("figure, aside");
  return unit !== null && unit.querySelectorAll(QUOTED).length === 1 ? unit : element;
}

/** Removes the attribution from the quote. */
function takeAttribution(unit: Element, element: Element): string | null {
  const found = Array.from(unit.querySelectorAll(ATTRIBUTION)).find(
    (part) => part !== element && isAttribution(part, unit),
  );
  const text =
    found === undefined
      ? (takeDashedIn(element) ?? takeSharedBy(element) ?? takePostedBy(element) ?? takeBehind(unit))
      : shown(found);
  found?.remove();
  return text === null ? null : text.replace(LEADING_DASH, "").replace(/:$/, "") || null;
}

/** "A post shared by Lena Marsh (@lenamarsh)", with which embedded pictures end. */
function takeSharedBy(element: Element): string | null {
  const link = Array.from(element.querySelectorAll("a")).findLast((one) => SHARED_BY.test(shown(one)));
  link?.remove();
  return link === undefined ? null : shown(link).replace(SHARED_BY, "");
}

/** "Posted by Lena Marsh on Tuesday, March 5, 2024" behind the last paragraph of an embedded post. */
function takePostedBy(element: Element): string | null {
  const nodes = Array.from(element.childNodes);
  const at = nodes.findLastIndex(({ textContent }) => POSTED_BY.test(textContent ?? ""));
  const tail = at < 1 ? [] : nodes.slice(at);
  const words = tail.map(({ textContent }) => textContent).join(" ");
  const name = POSTED_BY_NAME.exec(words.replace(/\s+/g, " ").trim())?.[1];
  if (name === undefined) return null;
  for (const node of tail) node.parentNode?.removeChild(node);
  return name;
}

/** An embedded post is one link to itself: a menu it is not. */
function unwrapLinks(element: Element): void {
  for (const link of Array.from(element.querySelectorAll("a"))) {
    if (VIEW_POST.test(shown(link))) link.remove();
    else link.replaceWith(...Array.from(link.childNodes));
  }
}

/** A paragraph of its own behind the quote, which begins with a dash or is said to be one. */
function takeBehind(unit: Element): string | null {
  const next = unit.nextElementSibling;
  const text = shown(next);
  if (next === null || text === "" || text.length > MAX_ATTRIBUTION_CHARACTERS || QUOTE_MARK.test(text)) return null;
  if (
    !LEADING_DASH.test(text) &&
    !next.matches("[class*=attribution i], [class*=quote-author i], [class*=quote-source i]")
  ) {
    return null;
  }
  next.remove();
  return text;
}

/** Nothing of the quote stands behind it, or a colon parts it from the quote: a `<cite>` in the middle names a book. */
function isAttribution(part: Element, unit: Element): boolean {
  const text = shown(part);
  const all = shown(unit);
  if (text === "" || text.length > MAX_ATTRIBUTION_CHARACTERS || all === text) return false;
  return all.endsWith(text) || (text.endsWith(":") && all.startsWith(text));
}

/** In the quote itself, or in a line of its last paragraph. */
function takeDashedIn(element: Element): string | null {
  const last = Array.from(element.querySelectorAll("p")).at(-1);
  return takeDashed(element) ?? (last === undefined ? null : (takeDashed(last) ?? takeNamed(element, last)));
}

/** A last paragraph that is a name with an office and no sentence, behind words that end with one. */
function takeNamed(element: Element, last: Element): string | null {
  const text = shown(last);
  if (!NAMED.test(text)) return null;
  const words = shown(element).slice(0, -text.length).trimEnd();
  if (!SENTENCE_END.test(words)) return null;
  last.remove();
  return text;
}

/** `— Lena Marsh (@lenamarsh) March 4, 2024` at the end, as embedded posts have it: nodes of their own, or a paragraph. */
function takeDashed(element: Element): string | null {
  const nodes = Array.from(element.childNodes).filter(({ textContent }) => (textContent ?? "").trim() !== "");
  const at = nodes.findLastIndex(({ textContent }) => LEADING_DASH.test(textContent ?? ""));
  const tail = nodes.slice(at);
  const text = tail
    .map(({ textContent }) => textContent)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  if (at < 1 || text.length > MAX_ATTRIBUTION_CHARACTERS) return null;
  for (const node of tail) node.parentNode?.removeChild(node);
  return text;
}

/** Whether the words stand in the page a second time. */
function isRepeated(words: string, pageWords: string): boolean {
  if (words.trim().split(" ").length < MIN_REPEATED_WORDS) return false;
  const first = pageWords.indexOf(words);
  return first !== -1 && pageWords.includes(words, first + 1);
}

/** Whether the paragraph before ends with a colon. */
const isAnnounced = (unit: Element): boolean => shown(unit.previousElementSibling).endsWith(":");

/** Each paragraph of a quote opens with a mark, and the last one closes. */
function addMarks(element: Element, attribution: string | null): void {
  const own = Array.from(element.querySelectorAll("p")).filter((paragraph) => shown(paragraph) !== "");
  const [inner, another] = Array.from(element.querySelectorAll("blockquote"));
  // A figure of that class holds the block quote.
  const paragraphs = own.length > 0 ? own : [inner !== undefined && another === undefined ? inner : element];
  const isMarked = QUOTE_MARK.test(element.textContent ?? "");
  paragraphs.forEach((paragraph, i) => {
    if (!isMarked) surround(paragraph, "“", i === paragraphs.length - 1 ? "”" : "");
    if (attribution !== null && i === paragraphs.length - 1) paragraph.append(` — ${attribution}`);
  });
}

function surround(element: Element, before: string, after: string): void {
  trimEnds(element);
  element.prepend(before);
  element.append(after);
}

/** White space and line breaks within the marks would stand between them and the words. */
function trimEnds(element: Element): void {
  while (element.lastChild !== null && isBlank(element.lastChild)) element.lastChild.remove();
  while (element.firstChild !== null && isBlank(element.firstChild)) element.firstChild.remove();
  const { firstChild, lastChild } = element;
  if (firstChild?.nodeType === element.TEXT_NODE) firstChild.textContent = (firstChild.textContent ?? "").trimStart();
  if (lastChild?.nodeType === element.TEXT_NODE) lastChild.textContent = (lastChild.textContent ?? "").trimEnd();
}

const isBlank = (node: ChildNode): boolean =>
  node.nodeName.toUpperCase() === "BR" ||
  (node.nodeType === node.TEXT_NODE && (node.textContent ?? "").trim() === "") ||
  node.nodeType === node.COMMENT_NODE;

/** In the place of the box that it stood in, and without a class by which it would be taken for an advertisement. */
function toBlockQuote(element: Element, unit: Element): void {
  const quote = element.ownerDocument.createElement("blockquote");
  quote.append(...Array.from(element.childNodes));
  unit.replaceWith(quote);
}

const shown = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** Letters and digits alone, words apart, in small letters, with a space at either end. */
const flat = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
