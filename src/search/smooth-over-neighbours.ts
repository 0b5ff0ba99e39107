import type { ChunkPlace } from "../model/chunk.ts";

/** How much a candidate counts that is 0, 1 and 2 paragraphs away (docs/design.md, "Context is worth more than the model"). */
const DISTANCE_WEIGHTS = [1, 0.6, 0.3] as const;

/**
 * The weighted mean of each candidate's score with those of the candidates in the paragraphs around it. A neighbour
 * that is no candidate scores below all of them, so the lowest score stands in for it.
 * @param scores One a candidate, in the order of the candidates.
 */
export function smoothOverNeighbours(candidates: readonly ChunkPlace[], scores: readonly number[]): readonly number[] {
  const lowest = Math.min(...scores);
  const best = bestByParagraph(candidates, scores);
  return candidates.map(({ articleId, paragraph }, i) => {
    const around = [-2, -1, 1, 2].map((offset) => ({
      weight: DISTANCE_WEIGHTS[Math.abs(offset)] ?? 0,
      score: best.get(key(articleId, paragraph + offset)) ?? lowest,
    }));
    return weightedMean([{ weight: DISTANCE_WEIGHTS[0], score: scores[i] ?? lowest }, ...around]);
  });
}

function bestByParagraph(candidates: readonly ChunkPlace[], scores: readonly number[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  candidates.forEach(({ articleId, paragraph }, i) => {
    const place = key(articleId, paragraph);
    best.set(place, Math.max(best.get(place) ?? -Infinity, scores[i] ?? -Infinity));
  });
  return best;
}

const key = (articleId: string, paragraph: number): string => `${articleId} ${paragraph}`;

function weightedMean(parts: readonly { readonly weight: number; readonly score: number }[]): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, score }) => sum + weight * score, 0) / total;
}
