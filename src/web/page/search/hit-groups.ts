import type { Speaker } from "../quote/fragments.ts";
import type { Hit } from "./documents.ts";

/** Hits of one speaker; of nobody, where the article's own words are, or does not say who spoke. */
export interface HitGroup {
  readonly key: string;
  readonly heading: string;
  readonly speaker: Speaker | null;
  readonly hits: readonly Hit[];
}

/** The groups by their best hit, and in each the best hit first. */
export function groupBySpeaker(hits: readonly Hit[]): readonly HitGroup[] {
  const groups = new Map<string, HitGroup>();
  for (const hit of hits) {
    const speaker = hit.quote?.speaker ?? null;
    const heading = speaker?.name ?? (hit.quote === null ? "The articles’ own words" : "Speaker not named");
    const key = speaker?.id ?? heading;
    groups.set(key, { key, heading, speaker, hits: [...(groups.get(key)?.hits ?? []), hit] });
  }
  return [...groups.values()];
}
