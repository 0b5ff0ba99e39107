import { type RowKind, rowKindNumber, TURN } from "../../../ranking/row-kinds.ts";
import type { PassageRows, RowEvidence, RowRange } from "../../../ranking/signal-reader.ts";
import { lengthNorm, NEAR_COUNT, shareOfWord } from "../../../ranking/word-evidence.ts";
import type { Sought } from "./candidate-query.ts";
import type { FoundCandidates } from "./find-candidates.ts";
import type { FoundRow } from "./found-row.ts";

/** Rows side by side, those of an article one after the other, as the ranking reads them. */
export interface RowColumns {
  readonly rows: readonly FoundRow[];
  readonly articles: readonly RowRange[];
  readonly passages: PassageRows;
  readonly evidence: RowEvidence;
  /** 1 for each row that is eligible. */
  readonly mask: Uint8Array;
  readonly present: Uint8Array;
  /** 1 for each row whose own text holds all words. */
  readonly holdsAll: Uint8Array;
}

export function columnsOf({ rows: found, transcripts }: FoundCandidates, sought: Sought): RowColumns {
  const rows = [...found].sort(inReadingOrder);
  const articles = rangesOf(rows);
  const kinds = Uint8Array.from(rows, ({ kind }) => rowKindNumber(kind as RowKind));
  const articleOf = rows.map(() => articles[0] as RowRange);
  for (const article of articles) articleOf.fill(article, article.first, article.end);
  const { stems } = sought.words;
  return {
    rows,
    articles,
    passages: {
      rowCount: rows.length,
      kinds,
      lengths: Int32Array.from(rows, ({ length }) => length),
      attitudes: Uint8Array.from(rows, ({ isAttitude }) => Number(isAttitude)),
      articleOf: (row) => articleOf[row] as RowRange,
      hasTurns: ({ first }) => transcripts.has(rows[first]?.articleId ?? ""),
    },
    evidence: {
      cosines: sought.vector && Float32Array.from(rows, ({ cosine }) => cosine),
      ...wordEvidence(rows, kinds, sought),
      preferred: sought.preferred && Uint8Array.from(rows, ({ isPreferred }) => Number(isPreferred)),
    },
    mask: Uint8Array.from(rows, ({ isThrough }) => Number(isThrough)),
    present: new Uint8Array(rows.length).fill(1),
    holdsAll: Uint8Array.from(rows, ({ own }) => Number(stems.length > 0 && own.every((count) => count > 0))),
  };
}

const inReadingOrder = (a: FoundRow, b: FoundRow): number =>
  a.articleId === b.articleId ? a.ordinal - b.ordinal : a.articleId < b.articleId ? -1 : 1;

function rangesOf(rows: readonly FoundRow[]): readonly RowRange[] {
  const starts = rows.flatMap(({ articleId }, row) => (rows[row - 1]?.articleId === articleId ? [] : [row]));
  return starts.map((first, i) => ({ first, end: starts[i + 1] ?? rows.length }));
}

/** BM25 of the words as a share of their weight: of a row's own, and with what the title and passages close by hold. */
function wordEvidence(rows: readonly FoundRow[], kinds: Uint8Array, { words }: Sought) {
  if (words.stems.length === 0) return { words: null, nearWords: null };
  const share = (row: FoundRow, isTurn: boolean, countOf: (stem: number) => number) => {
    const norm = lengthNorm(row.length / words.statistics.meanLength, isTurn);
    return words.weights.reduce((sum, weight, stem) => {
      const count = countOf(stem);
      return count === 0 ? sum : sum + weight * shareOfWord(count, norm);
    }, 0);
  };
  const own = (row: FoundRow, i: number) => share(row, kinds[i] === TURN, (stem) => row.own[stem] ?? 0);
  const near = (row: FoundRow, i: number) =>
    kinds[i] === TURN ? 0 : share(row, false, (stem) => (row.own[stem] ?? 0) + NEAR_COUNT * (row.near[stem] ?? 0));
  return { words: Float64Array.from(rows.map(own)), nearWords: Float64Array.from(rows.map(near)) };
}
