import type { Span } from "../../model/span.ts";

/** The one that begins first comes first; of those that begin together, the shorter one. */
export function inTextOrder<T extends { readonly spans: readonly Span[] }>(items: readonly T[]): readonly T[] {
  const start = ({ spans }: T): number => spans[0]?.start ?? 0;
  const end = ({ spans }: T): number => spans.at(-1)?.end ?? 0;
  return [...items].sort((a, b) => start(a) - start(b) || end(a) - end(b));
}
