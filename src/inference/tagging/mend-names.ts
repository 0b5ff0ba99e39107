import type { LabelSpan } from "./label-spans.ts";

/** A word that joins the parts of a name, and neither begins nor ends one. */
const LINK = /^(?:of|the|for|and|in|at|&|de|[-’',.])$/u;

/**
 * Names whose ends are whole. The training data marks a place within a name as a name of its own, so that "University of
 * Velmora" comes as "University of" and "Velmora": a body or place goes on with what stands right behind its joining
 * word; a person ends before it. Two of one kind with nothing between them ("Piet", "Osterman") are one.
 * @param names In text order.
 * @param wordAt The word of a place in the window.
 * @param personKind The kind of people among the labels.
 */
export function mendNames(
  names: readonly LabelSpan[],
  wordAt: (index: number) => string,
  personKind: number,
): readonly LabelSpan[] {
  const mended: LabelSpan[] = [];
  for (const name of names) {
    const before = mended.at(-1);
    const goesOn =
      before !== undefined &&
      before.to === name.from &&
      (before.kind === name.kind || (before.kind !== personKind && LINK.test(wordAt(before.to - 1))));
    if (goesOn) mended[mended.length - 1] = { ...before, to: name.to };
    else mended.push(name);
  }
  return mended.map((name) => withoutLinks(name, wordAt)).filter(({ from, to }) => from < to);
}

function withoutLinks({ from, to, ...rest }: LabelSpan, wordAt: (index: number) => string): LabelSpan {
  let first = from;
  let behind = to;
  while (behind > first && LINK.test(wordAt(behind - 1))) behind--;
  while (first < behind && LINK.test(wordAt(first))) first++;
  return { ...rest, from: first, to: behind };
}
