import type { Embedder } from "../inference/embedder.ts";
import { dotProduct } from "../model/dot-product.ts";
import type { Highlight } from "../model/hit.ts";
import { sentencesIn } from "../model/sentences.ts";
import { spanText } from "../model/span.ts";
import { queryVector, vectorsOf } from "./query-vector.ts";

/**
 * The sentence of a text that is nearest to a query in meaning; null for a text of one, where it would say nothing, and while the
 * model does not answer.
 */
export async function nearestSentence(text: string, query: string, embedder: Embedder): Promise<Highlight | null> {
  const sentences = sentencesIn(text, { start: 0, end: text.length }).filter(({ start, end }) => start < end);
  if (sentences.length < 2) return null;
  const wanted = await queryVector(embedder, query);
  const texts = sentences.map((sentence) => spanText(text, sentence));
  const vectors = wanted && (await vectorsOf(embedder, texts));
  if (wanted === null || vectors === null) return null;
  const cosines = vectors.map((vector) => dotProduct(wanted, vector));
  const nearest = sentences[cosines.indexOf(Math.max(...cosines))];
  return nearest ? { ...nearest, kind: "SENTENCE" } : null;
}
