import { Link } from "../navigation/link.tsx";
import { personAddress } from "../navigation/person-address.ts";
import type { Speaker } from "./fragments.ts";
import { titleOf } from "./speaker-title.ts";

/** Under this the speaker is a guess, and the page says so. A share, 0 to 1. */
const CERTAIN_FROM = 0.5;

interface BylineProps {
  readonly speaker: Speaker | null;
  readonly speakerMention: string | null;
  /** How likely the speaker is right, 0 to 1. */
  readonly confidence: number;
}

/** Who said it, with the title that articles give; where the article does not decide, what it calls the speaker. */
export function Byline({ speaker, speakerMention, confidence }: BylineProps) {
  if (speaker === null) return <UnknownSpeaker mention={speakerMention} />;
  const title = titleOf(speaker);
  return (
    <p class="byline">
      <SpeakerName speaker={speaker} />
      {title !== null && <span class="byline-title">{title}</span>}
      {confidence < CERTAIN_FROM && <span class="byline-doubt">speaker uncertain</span>}
    </p>
  );
}

/** A place speaks now and then ("Moscow said"), and has no page of its own. */
export const SpeakerName = ({ speaker }: { readonly speaker: Pick<Speaker, "id" | "name" | "kind"> }) =>
  speaker.kind === "PLACE" ? (
    <span class="byline-name">{speaker.name}</span>
  ) : (
    <Link to={personAddress(speaker.id)} class="byline-name">
      {speaker.name}
    </Link>
  );

const UnknownSpeaker = ({ mention }: { readonly mention: string | null }) => (
  <p class="byline">
    <span class="byline-name">Speaker not named</span>
    {mention !== null && <span class="byline-title">the article has “{mention}”</span>}
  </p>
);
