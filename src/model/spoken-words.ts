import type { Span } from "./span.ts";

/** Directions within a speech: anything in square brackets, what transcripts put in round ones, the tags of subtitles. */
const DIRECTION =
  /<\/?(?:[vcibu]|lang|ruby|rt|font)\b[^<>]{0,80}>|\[[^[\]]{1,80}\]|\((?:laughter|applause|crosstalk|cross-talk|inaudible|indiscernible|unintelligible|laughs|laughing|pause|interruption|cheers|cheering|music|soundbite|begin video|end video|voice-?over|through (?:an )?(?:translator|interpreter)|commercial break|off-?mic|ph|sic|phonetic|applause and laughter)\b[^()]{0,60}\)/giu;

/** Outer marks, and Markdown's signs of bold type. */
const OUTER = /[\s"“”„«»*_]/;
const LETTER = /[\p{L}\p{N}]/u;

/** The words of a speech from `start` to `end` less outer marks and directions in brackets. */
export function spokenWords(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(DIRECTION)) {
    pushTrimmed(text, spans, from, start + match.index);
    from = start + match.index + match[0].length;
  }
  pushTrimmed(text, spans, from, end);
  return spans;
}

function pushTrimmed(text: string, spans: Span[], start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && OUTER.test(text[from] as string)) from++;
  while (to > from && OUTER.test(text[to - 1] as string)) to--;
  if (LETTER.test(text.slice(from, to))) spans.push({ start: from, end: to });
}
