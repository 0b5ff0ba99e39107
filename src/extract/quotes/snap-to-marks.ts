import { contains, type Span } from "../../model/span.ts";
import type { MarkedSpan } from "../marks/quotation-marks.ts";
import { SpanIndex } from "./span-index.ts";

/** Of a marked span's letters: from this share on a tagged content that overlaps it means all of it, below it none. */
const MEANT_SHARE = 0.5;

/** Contents that only a comma and a space part are one, in which the tagger began anew; in UTF-16 units. */
const SEAM = 2;

const BEFORE_CONTENT = /[\s,;:.]/;
const BEHIND_CONTENT = /[\s,;:]/;

/** How far from a border a name is looked for, in UTF-16 units. */
const NAME_REACH = 40;
const LAST_CAPITALS = /\p{Lu}[\p{L}\p{M}'’-]*$/u;
const NEXT_CAPITALS = /^(?: \p{Lu}[\p{L}\p{M}'’-]*)+/u;

/** Content whose borders stand where the marks say. */
export interface SnappedContent {
  /** Marks around the whole lie outside. */
  readonly spans: readonly Span[];
  readonly marked: readonly MarkedSpan[];
  /** Whether there are no words but those in marks. */
  readonly direct: boolean;
}

/** Moves the borders of tagged contents to those of the marked spans that they cut. */
export class MarkSnapper {
  readonly #text: string;
  readonly #index: SpanIndex<MarkedSpan>;

  constructor(text: string, marked: readonly MarkedSpan[]) {
    this.#text = text;
    this.#index = new SpanIndex(marked.map((value) => ({ span: value.outer, value })));
  }

  /** @param contents In text order. */
  snap(contents: readonly Span[]): SnappedContent {
    const marked = new Set<MarkedSpan>();
    const spans: Span[] = [];
    let direct = true;
    for (const content of contents) {
      const part = this.#snapOne(content);
      for (const mark of part.meant) marked.add(mark);
      direct &&= part.direct;
      const last = spans.at(-1);
      if (part.span.start >= part.span.end || (last && part.span.start < last.end)) continue;
      if (last && part.span.start - last.end <= SEAM)
        spans[spans.length - 1] = { start: last.start, end: part.span.end };
      else spans.push(part.span);
    }
    return { spans, marked: [...marked], direct };
  }

  /** Whether a span stands within somebody's marked words. */
  isMarked(span: Span): boolean {
    return this.#index.touching(span).some((mark) => contains(mark, span));
  }

  #snapOne(content: Span): { readonly span: Span; readonly meant: readonly MarkedSpan[]; readonly direct: boolean } {
    const touched = this.#index.touching(content);
    const isMeant = (mark: MarkedSpan) => shareWithin(mark, content) >= MEANT_SHARE || contains(mark, content);
    const meant = touched.filter(isMeant);
    let { start, end } = content;
    for (const mark of touched) {
      if (isMeant(mark)) {
        start = Math.min(start, mark.outer.start);
        end = Math.max(end, mark.outer.end);
      } else if (mark.outer.start < start) start = Math.min(mark.outer.end, end);
      else end = Math.max(start, Math.min(end, mark.outer.start));
    }
    const direct = meant.length > 0 && !/[\p{L}\p{N}]/u.test(this.#withoutMarked({ start, end }, meant));
    const [first] = meant;
    const last = meant.at(-1);
    const span =
      direct && first && last ? { start: first.start, end: last.end } : this.#wholeNames(this.#trim({ start, end }));
    return { span, meant, direct };
  }

  /** A name that the border cuts ("on the River | Loy") belongs to the content. */
  #wholeNames({ start, end }: Span): Span {
    const last = LAST_CAPITALS.exec(this.#text.slice(Math.max(start, end - NAME_REACH), end));
    const next = last && NEXT_CAPITALS.exec(this.#text.slice(end, end + NAME_REACH));
    return { start, end: end + (next?.[0].length ?? 0) };
  }

  #withoutMarked({ start, end }: Span, meant: readonly MarkedSpan[]): string {
    let rest = "";
    let at = start;
    for (const { outer } of meant) {
      rest += this.#text.slice(at, outer.start);
      at = outer.end;
    }
    return rest + this.#text.slice(at, end);
  }

  /** Without white space, commas and stops at its borders. Sign by sign: an expression would look at long blanks again and again. */
  #trim({ start, end }: Span): Span {
    let from = start;
    let to = end;
    while (from < to && BEFORE_CONTENT.test(this.#text.charAt(from))) from++;
    while (to > from && BEHIND_CONTENT.test(this.#text.charAt(to - 1))) to--;
    return { start: from, end: to };
  }
}

function shareWithin(mark: Span, { start, end }: Span): number {
  const length = Math.min(mark.end, end) - Math.max(mark.start, start);
  return Math.max(0, length) / Math.max(1, mark.end - mark.start);
}
