import type { ResultOf } from "../graphql/graphql.ts";
import type { Hit, SPEAKERS_FOUND } from "./documents.ts";

/** More would push the passages off a phone's screen. */
const MAX_CHOICES = 8;

export interface SpeakerChoice {
  readonly id: string;
  readonly name: string;
  /** Quotes among the best passages; null where the speaker has none there. */
  readonly quotes: number | null;
  readonly chosen: boolean;
}

/** Those who speak in the best passages, who has the best one first, and all who are chosen. */
export function speakerChoices(
  found: ResultOf<typeof SPEAKERS_FOUND> | null,
  hits: readonly Hit[],
  chosen: readonly string[],
): readonly SpeakerChoice[] {
  const counts = new Map<string, { readonly name: string; readonly quotes: number }>();
  for (const { quote } of found?.search.nodes ?? []) {
    if (!quote?.speaker) continue;
    const { id, name } = quote.speaker;
    counts.set(id, { name, quotes: (counts.get(id)?.quotes ?? 0) + 1 });
  }
  const listed = [...counts].map(([id, { name, quotes }]) => ({ id, name, quotes, chosen: chosen.includes(id) }));
  const others = chosen
    .filter((id) => !counts.has(id))
    .map((id) => ({ id, name: nameIn(hits, id) ?? "A chosen speaker", quotes: null, chosen: true }));
  return [...listed.filter((speaker, place) => speaker.chosen || place < MAX_CHOICES), ...others];
}

const nameIn = (hits: readonly Hit[], id: string): string | undefined =>
  hits.find(({ quote }) => quote?.speaker?.id === id)?.quote?.speaker?.name;
