/** What is a year old counts half of what is new. */
const HALF_LIFE_MS = 365 * 86_400_000;

/** From 1 for now (and what is dated later) towards 0 for long ago; 0 for what has no date. */
export function recency(publishedAt: number | null, now: number): number {
  if (publishedAt === null) return 0;
  const age = Math.max(0, now - publishedAt);
  return 0.5 ** (age / HALF_LIFE_MS);
}
