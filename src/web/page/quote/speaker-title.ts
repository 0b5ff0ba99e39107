import type { Speaker } from "./fragments.ts";

/** The newest title that an article gives a person. */
export const titleOf = (speaker: Speaker): string | null =>
  "titles" in speaker ? (speaker.titles[0]?.title ?? null) : null;
