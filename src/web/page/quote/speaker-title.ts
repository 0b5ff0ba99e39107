import type { Speaker } from "./fragments.ts";

/** The current title of a person. */
export const titleOf = (speaker: Speaker): string | null => ("currentTitle" in speaker ? speaker.currentTitle : null);
