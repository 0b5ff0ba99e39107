import { type Span, spanText } from "../model/span.ts";

/** Which share (0..1) of the letters and digits of a stretch lies in any of the spans, which may overlap. */
export function coveredShare(text: string, stretch: Span, spans: readonly Span[]): number {
  const all = letters(spanText(text, stretch));
  const covered = merge(spans).reduce((sum, span) => sum + letters(spanText(text, span)), 0);
  return all === 0 ? 0 : covered / all;
}

function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
