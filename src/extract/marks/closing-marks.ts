import type { Mark } from "./read-marks.ts";

/** Where a speech that one mark opens is closed, paragraphs later. */
export interface Closing {
  readonly block: number;
  /** The sign that opened it. */
  readonly sign: string;
}

/** A speech with one mark at its beginning and one at its end has fewer paragraphs. */
const MAX_PARAGRAPHS = 40;

/** What closes a mark of these signs; single ones are too often apostrophes. */
const CLOSED_BY: Readonly<Record<string, string>> = { "“": '”"', '"': '"”', "«": "»", "„": '“”"' };

/** Finds the closing mark of a speech over several paragraphs without any mark between. */
export class ClosingMarks {
  readonly #marks: readonly (readonly Mark[] | null)[];
  /** For each block the next one from it on that has a double mark. */
  readonly #next: readonly number[];

  constructor(marks: readonly (readonly Mark[] | null)[]) {
    this.#marks = marks;
    const next: number[] = new Array(marks.length + 1).fill(marks.length);
    for (let i = marks.length - 1; i >= 0; i--)
      next[i] = firstDouble(marks[i] ?? null) === undefined ? (next[i + 1] as number) : i;
    this.#next = next;
  }

  /** Null where the next mark behind the block opens something else, or none is near. */
  behind(block: number, sign: string): Closing | null {
    const at = this.#next[block + 1] ?? this.#marks.length;
    const mark = firstDouble(this.#marks[at] ?? null);
    if (mark === undefined || at - block > MAX_PARAGRAPHS) return null;
    const closes = mark.canClose && (CLOSED_BY[sign] ?? "").includes(mark.sign);
    return closes ? { block: at, sign } : null;
  }
}

const firstDouble = (marks: readonly Mark[] | null): Mark | undefined =>
  marks?.find(({ sign }) => /["“”„«»]/.test(sign));
