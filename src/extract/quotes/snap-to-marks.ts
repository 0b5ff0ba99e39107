import { contains, type Span } from "../../model/span.ts";
import type { MarkedSpan } from "./quotation-marks.ts";
import { SpanIndex } from "./span-index.ts";

/** Of a marked span's letters: from this share on a tagged content that overlaps it means all of it, below it none. */
const MEANT_SHARE = 0.5;

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
      spans.push(part.span);
    }
    return { spans, marked: [...marked], direct };
  }

  /** Whether a span stands within somebody's marked words. */
  isMarked(span: Span): boolean {
    return this.#index.touching(span).some((mark) => contains(mark, span));
  }

  #snapOne(content: Span): { readonly span: Span; readonly meant: readonly MarkedSpan[]; readonly direct: boolean } {
    const touched = this.#index.touching(content);
    const meant = touched.filter((mark) => shareWithin(mark, content) >= MEANT_SHARE || contains(mark, content));
    let { start, end } = content;
    for (const mark of touched) {
      if (meant.includes(mark)) {
        start = Math.min(start, mark.outer.start);
        end = Math.max(end, mark.outer.end);
      } else if (mark.outer.start < start) start = Math.min(mark.outer.end, end);
      else end = Math.max(start, Math.min(end, mark.outer.start));
    }
    const direct = meant.length > 0 && !/[\p{L}\p{N}]/u.test(this.#withoutMarked({ start, end }, meant));
    const [first] = meant;
    const last = meant.at(-1);
    const span = direct && first && last ? { start: first.start, end: last.end } : this.#trim({ start, end });
    return { span, meant, direct };
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

  /** Without white space and the commas and stops at its borders. */
  #trim({ start, end }: Span): Span {
    const words = this.#text.slice(start, end);
    const before = /^[\s,;:.]*/u.exec(words)?.[0].length ?? 0;
    const after = /[\s,;:]*$/u.exec(words.slice(before))?.[0].length ?? 0;
    return { start: start + before, end: Math.max(start + before, end - after) };
  }
}

function shareWithin(mark: Span, { start, end }: Span): number {
  const length = Math.min(mark.end, end) - Math.max(mark.start, start);
  return Math.max(0, length) / Math.max(1, mark.end - mark.start);
}
