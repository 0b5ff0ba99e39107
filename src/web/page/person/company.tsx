import { EVERY_QUOTE, type PersonState, personAddress } from "../navigation/person-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { SpeakerName } from "../quote/byline.tsx";
import type { CoMention, Somebody } from "./documents.ts";

interface CompanyProps {
  readonly somebody: Somebody;
  readonly state: PersonState;
}

/** What somebody speaks of most, and with whom they are mentioned. */
export const Company = ({ somebody, state }: CompanyProps) => (
  <aside class="company" aria-label={`More on ${somebody.name}`}>
    {somebody.__typename === "Person" && somebody.topics.length > 0 && (
      <fieldset class="facet">
        <legend>Speaks of</legend>
        <div class="chips">
          {somebody.topics.map(({ phrase, quotes }) => (
            <Topic key={phrase} phrase={phrase} quotes={quotes} somebody={somebody} state={state} />
          ))}
        </div>
      </fieldset>
    )}
    {somebody.mentionedWith.length > 0 && (
      <section class="legend" aria-labelledby="company">
        <h2 id="company">Mentioned with</h2>
        <ul>
          {somebody.mentionedWith.map((mention) => (
            <li key={mention.entity.id}>
              <span class="legend-name">
                <SpeakerName speaker={mention.entity} />
                <span class="note">{how(mention)}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    )}
  </aside>
);

interface TopicProps extends CompanyProps {
  readonly phrase: string;
  readonly quotes: number;
}

/** Keeps what was said about it, or lets it go. */
function Topic({ phrase, quotes, somebody, state }: TopicProps) {
  const pressed = state.about === phrase;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={pressed}
      onClick={() => navigate(personAddress(somebody.id, { ...EVERY_QUOTE, about: pressed ? "" : phrase }))}
    >
      {phrase}
      <span class="chip-count" aria-hidden="true">
        {quotes}
      </span>
      <span class="for-ears">, {counted(quotes, "quote")}</span>
    </button>
  );
}

function how({ spokenOf, spokenBy, articles }: CoMention): string {
  return [
    spokenOf > 0 && `spoken of in ${counted(spokenOf, "quote")}`,
    spokenBy > 0 && `speaks back in ${counted(spokenBy, "quote")}`,
    counted(articles, "article"),
  ]
    .filter((part) => part !== false)
    .join(", ");
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
