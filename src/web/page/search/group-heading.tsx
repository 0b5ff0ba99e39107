import { SpeakerName } from "../quote/byline.tsx";
import { titleOf } from "../quote/speaker-title.ts";
import type { HitGroup } from "./hit-groups.ts";

/** Over the hits of one speaker: who it is. */
export const GroupHeading = ({ group: { heading, speaker, hits } }: { readonly group: HitGroup }) => (
  <header class="group-head">
    <h2>{speaker === null ? heading : <SpeakerName speaker={speaker} />}</h2>
    {speaker !== null && <span class="byline-title">{titleOf(speaker)}</span>}
    <span class="note">{hits.length === 1 ? "1 passage" : `${hits.length} passages`}</span>
  </header>
);
