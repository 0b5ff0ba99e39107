import type { CheckedQuote, DraftCheck } from "../../../src/draft/draft-check.ts";
import { overlaps, type Span } from "../../../src/model/span.ts";
import { percentile } from "../../bench/percentile.ts";
import { formatTable } from "../../format-table.ts";
import type { LabelledDraft, LabelledQuote } from "./make-drafts.ts";

/** A draft with what was found in it, and how long that took. */
export interface MeasuredDraft {
  readonly draft: LabelledDraft;
  readonly check: DraftCheck;
  readonly milliseconds: number;
}

/** A quote as it was made beside what was found where it stands; null where nothing was. */
interface JudgedQuote {
  readonly made: LabelledQuote;
  readonly found: CheckedQuote | null;
  readonly isPlaceExact: boolean;
}

interface DraftScores {
  readonly quotes: number;
  /** Of the quotes that are said to need a look, how many do; what is no quote at all counts as a fault. */
  readonly precision: number;
  /** Of those that need one, how many are said to. */
  readonly recall: number;
  readonly rightVerdict: number;
  readonly exactPlace: number;
}

/** Each quote that was made with the one found that has most of its words. */
export const judgeQuotes = ({ draft, check }: MeasuredDraft): readonly JudgedQuote[] =>
  draft.quotes.map((made) => {
    const touching = check.quotes.filter(({ quote }) => common(quote.spans, made.spans) > 0);
    const found =
      touching.sort((a, b) => common(b.quote.spans, made.spans) - common(a.quote.spans, made.spans))[0] ?? null;
    return { made, found, isPlaceExact: found !== null && samePlace(draft.text, found.quote.spans, made.spans) };
  });

const common = (a: readonly Span[], b: readonly Span[]): number =>
  a
    .flatMap((one) => b.map((other) => Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))))
    .reduce((sum, length) => sum + length, 0);

/** Marks and blanks at the edges of the words aside. */
function samePlace(text: string, a: readonly Span[], b: readonly Span[]): boolean {
  const places = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => {
      const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)];
      const [first, last] = [words[0], words.at(-1)];
      return first && last ? `${start + first.index}-${start + last.index + last[0].length}` : "";
    });
  return places(a).join() === places(b).join();
}

export function scoresOf(drafts: readonly MeasuredDraft[]): DraftScores {
  const judged = drafts.flatMap(judgeQuotes);
  const saidToNeed = drafts.flatMap(({ check }) => check.quotes.filter(({ needsALook }) => needsALook)).length;
  const right = judged.filter(({ made, found }) => made.needsALook && found?.needsALook).length;
  const share = (holds: (quote: JudgedQuote) => boolean) => judged.filter(holds).length / judged.length;
  return {
    quotes: judged.length,
    precision: right / saidToNeed,
    recall: right / judged.filter(({ made }) => made.needsALook).length,
    rightVerdict: share(({ made, found }) => made.verdict === found?.verdict),
    exactPlace: share(({ isPlaceExact }) => isPlaceExact),
  };
}

/** One row for each kind of fault, and for each layout. */
export function scoreTables(drafts: readonly MeasuredDraft[]): string {
  const judged = drafts.flatMap(judgeQuotes);
  return [tableBy("kind", judged), tableBy("layout", judged)].join("\n\n");
}

function tableBy(name: "kind" | "layout", judged: readonly JudgedQuote[]): string {
  const values = [...new Set(judged.map(({ made }) => made[name]))].sort();
  const rows = values.map((value) => {
    const own = judged.filter(({ made }) => made[name] === value);
    const count = (holds: (quote: JudgedQuote) => boolean) => String(own.filter(holds).length);
    return [
      value,
      String(own.length),
      count(({ found }) => found !== null),
      count(({ isPlaceExact }) => isPlaceExact),
      count(({ made, found }) => made.needsALook === (found?.needsALook ?? false)),
      count(({ made, found }) => made.verdict === found?.verdict),
    ];
  });
  return formatTable([[name, "quotes", "found", "place exact", "look right", "verdict right"], ...rows]);
}

export function totals(drafts: readonly MeasuredDraft[]): string {
  const { quotes, precision, recall, rightVerdict, exactPlace } = scoresOf(drafts);
  const times = drafts.map(({ milliseconds }) => milliseconds);
  const extras = drafts.flatMap(({ draft, check }) =>
    check.quotes.filter(
      (found) =>
        found.needsALook &&
        !draft.quotes.some((made) =>
          made.spans.some((span) => found.quote.spans.some((other) => overlaps(span, other))),
        ),
    ),
  );
  return [
    `${quotes} quotes in ${drafts.length} drafts`,
    `needs a look: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${extras.length} said to need one that are no quotes of the draft)`,
    `right verdict ${rightVerdict.toFixed(3)}, exact place ${exactPlace.toFixed(3)}`,
    `a draft: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
  ].join("\n");
}

/** Quotes judged otherwise than they were made, so many of each kind. */
export function mistakes(drafts: readonly MeasuredDraft[], perKind: number): string {
  const wrong = drafts
    .flatMap(judgeQuotes)
    .filter(
      ({ made, found, isPlaceExact }) =>
        made.verdict !== found?.verdict || made.needsALook !== found.needsALook || !isPlaceExact,
    );
  const kinds = [...new Set(wrong.map(({ made }) => made.kind))];
  return kinds
    .flatMap((kind) => wrong.filter(({ made }) => made.kind === kind).slice(0, perKind))
    .map(
      ({ made, found }) =>
        `${made.kind} (${made.layout}), by ${made.speaker} -> ${found?.verdict ?? "not seen"}, by ${found?.speaker}\n  ${made.words}\n  ${found?.text ?? ""}\n  ${found?.summary ?? ""}`,
    )
    .join("\n\n");
}
