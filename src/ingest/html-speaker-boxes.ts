import { CLOCK } from "./turns/clock.ts";
import { readLabel } from "./turns/label.ts";

const HEADING = "h2, h3, h4, h5, h6";
const NAME = `${HEADING}, [class*=speaker i], [class*=author i]`;
const BOX = "div, section";
const INLINE_NAME = "span[class*=speaker i], b[class*=speaker i], strong[class*=speaker i], a[class*=speaker i]";
/** Names between the paragraphs, which only their class sets apart. */
const NAME_LINE = "p[class*=speaker i], div[class*=speaker i]";
const TIME = new RegExp(String.raw`^[[(]?${CLOCK}[\])]?$`);

/** One box may be anything; parliaments and transcripts have one for each contribution. */
const MIN_BOXES = 2;

/**
 * Takes what each speaker says out of the box that it stands in, name first: Readability, which weighs boxes one by one, would take the
 * longest for the article and drop the short ones. A name that only its class sets apart gets a line of its own.
 */
export function unwrapSpeakerBoxes(document: Document): void {
  for (const name of Array.from(document.querySelectorAll(INLINE_NAME))) breakBehind(name);
  for (const name of nameLines(document)) rename(name, "h4");
  const boxes = Array.from(document.querySelectorAll(NAME)).filter(namesSpeaker).map(boxOf);
  const counts = new Map<Element | null, number>();
  for (const box of boxes) {
    const parent = box?.parentElement ?? null;
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  for (const box of boxes) {
    if (box !== null && (counts.get(box.parentElement) ?? 0) >= MIN_BOXES) unwrap(box);
  }
}

/** Those that a paragraph follows and that nothing but a name stands in; one alone may be anything. */
function nameLines(document: Document): readonly Element[] {
  const names = Array.from(document.querySelectorAll(NAME_LINE)).filter(
    (line) =>
      line.nextElementSibling?.matches("p, div") === true &&
      line.querySelector("p, div") === null &&
      namesSpeaker(line),
  );
  return names.length < MIN_BOXES ? [] : names;
}

/** Behind the name, and the time behind it; a colon parts name and words as well. */
function breakBehind(name: Element): void {
  const { previousSibling, nextElementSibling: time } = name;
  if (!namesSpeaker(name) || (previousSibling?.textContent ?? "").trim() !== "" || /:\s*$/.test(name.textContent ?? ""))
    return;
  if (/^\s*:/.test(name.nextSibling?.textContent ?? "")) return;
  const last = time !== null && TIME.test((time.textContent ?? "").trim()) ? time : name;
  if (last === time) name.after(" ");
  last.after(name.ownerDocument.createElement("br"));
  rename(name, "strong");
}

function namesSpeaker({ textContent }: Element): boolean {
  const text = (textContent ?? "").trim();
  return readLabel(text, { start: 0, end: text.length }) !== null;
}

/** Null for a name that does not come first in a box. */
function boxOf(name: Element): Element | null {
  const box = name.parentElement;
  return box?.matches(BOX) && box.firstElementChild === name ? box : null;
}

function unwrap(box: Element): void {
  const [name, ...others] = Array.from(box.children);
  if (name?.matches(BOX)) rename(name, "h4");
  for (const inner of others.filter((other) => other.matches(BOX))) {
    if (inner.querySelector("p") === null) rename(inner, "p");
    else inner.replaceWith(...childrenOf(inner));
  }
  box.replaceWith(...childrenOf(box));
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  other.append(...childrenOf(element));
  element.replaceWith(other);
}

const childrenOf = (element: Element): readonly ChildNode[] => Array.from(element.childNodes);
