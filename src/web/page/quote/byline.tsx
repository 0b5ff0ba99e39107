import { Link } from "../navigation/link.tsx";
import { personAddress } from "../navigation/person-address.ts";
import type { Speaker, SpokenBy } from "./fragments.ts";
import { titleOf } from "./speaker-title.ts";

/**
 * Who said it, with the title that articles give, and for whom; where the article does not decide, what it calls the speaker. One who
 * is likely rather than sure is "perhaps" that one.
 */
export function Byline({ speakers, speakerMention, onBehalfOf, isSpeakerSure }: SpokenBy) {
  const [speaker, ...others] = speakers;
  if (speaker === undefined) return <UnknownSpeaker mention={speakerMention} onBehalfOf={onBehalfOf} />;
  const title = others.length === 0 ? titleOf(speaker) : null;
  return (
    <p class="byline">
      {!isSpeakerSure && <span class="byline-doubt">perhaps</span>}
      <span>
        {speakers.map((one, place) => (
          <span key={one.id}>
            {separator(place, speakers.length)}
            <SpeakerName speaker={one} />
          </span>
        ))}
      </span>
      {title !== null && <span class="byline-title">{title}</span>}
      {onBehalfOf !== null && <OnBehalfOf entity={onBehalfOf} />}
    </p>
  );
}

/** What stands before a name of several. */
function separator(place: number, count: number): string {
  if (place === 0) return "";
  return place === count - 1 ? " and " : ", ";
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

const OnBehalfOf = ({ entity }: { readonly entity: Speaker }) => (
  <span class="byline-for">
    for <SpeakerName speaker={entity} />
  </span>
);

interface UnknownSpeakerProps {
  readonly mention: string | null;
  readonly onBehalfOf: Speaker | null;
}

/** Of one who speaks for another the article's words say who it is. */
function UnknownSpeaker({ mention, onBehalfOf }: UnknownSpeakerProps) {
  if (onBehalfOf !== null && mention !== null)
    return (
      <p class="byline">
        <span class="byline-words">{mention}</span>
        <OnBehalfOf entity={onBehalfOf} />
      </p>
    );
  return (
    <p class="byline">
      <span class="byline-words">Speaker not named</span>
      {mention !== null && <span class="byline-title">the article has “{mention}”</span>}
      {onBehalfOf !== null && <OnBehalfOf entity={onBehalfOf} />}
    </p>
  );
}
