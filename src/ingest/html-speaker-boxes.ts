import { readLabel } from "./turns/label.ts";

const NAME = "h2, h3, h4, h5, h6, [class*=speaker i], [class*=author i]";
const BOX = "div, section";

/** One box may be anything; parliaments and transcripts have one for each contribution. */
const MIN_BOXES = 2;

/**
 * Takes what each speaker says out of the box that it stands in, name first: Readability, which weighs boxes one by one, would take the
 * longest for the article and drop the short ones.
 */
export function unwrapSpeakerBoxes(document: Document): void {
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
  for (const inner of Array.from(box.children)) if (inner.matches(BOX)) inner.replaceWith(...childrenOf(inner));
  box.replaceWith(...childrenOf(box));
}

const childrenOf = (element: Element): readonly ChildNode[] => Array.from(element.childNodes);
