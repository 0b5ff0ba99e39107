import { type ArticleState, articleAddress } from "../navigation/article-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { SpeakerName } from "../quote/byline.tsx";
import { titleOf } from "../quote/speaker-title.ts";
import type { ArticleQuote } from "./documents.ts";
import { type ArticleSpeaker, NO_HUE, NO_INITIALS, NOT_NAMED } from "./speakers.ts";

interface LegendProps {
  readonly speakers: readonly ArticleSpeaker[];
  readonly quotes: readonly ArticleQuote[];
  readonly articleId: string;
  readonly state: ArticleState;
}

/** Who is quoted, in which colour and how often; the number sets off the quotes of one. */
export function Legend({ speakers, quotes, articleId, state }: LegendProps) {
  if (quotes.length === 0) return <p class="note">Nobody is quoted in this article.</p>;
  const notNamed = quotes.filter(({ speaker }) => speaker === null).length;
  const toggle = (speaker: string) => ({
    pressed: state.speaker === speaker,
    onToggle: () => navigate(articleAddress(articleId, { speaker: state.speaker === speaker ? null : speaker })),
  });
  return (
    <section class="legend" aria-labelledby="legend">
      <h2 id="legend">Who is quoted</h2>
      <ul>
        {speakers.map(({ speaker, quotes, hue, initials }) => (
          <li key={speaker.id} class={hue}>
            <Initials>{initials}</Initials>
            <span class="legend-name">
              <SpeakerName speaker={speaker} />
              <span class="note">{titleOf(speaker)}</span>
            </span>
            <SetOff name={speaker.name} quotes={quotes} {...toggle(speaker.id)} />
          </li>
        ))}
        {notNamed > 0 && (
          <li class={NO_HUE}>
            <Initials>{NO_INITIALS}</Initials>
            <span class="legend-name">Speaker not named</span>
            <SetOff name="speakers not named" quotes={notNamed} {...toggle(NOT_NAMED)} />
          </li>
        )}
      </ul>
      <p class="note legend-key">
        <span class="said is-verbatim">On a ground of colour</span>: to the letter.{" "}
        <span class="said is-reported">Underlined</span>: in the article’s words.{" "}
        <span class="said is-held-against">Dashed</span>: denied, refused or only supposed.
      </p>
    </section>
  );
}

const Initials = ({ children }: { readonly children: string }) => (
  <span class="initials" aria-hidden="true">
    {children}
  </span>
);

interface SetOffProps {
  readonly name: string;
  readonly quotes: number;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

const SetOff = ({ name, quotes, pressed, onToggle }: SetOffProps) => (
  <button type="button" class="chip" aria-pressed={pressed} onClick={onToggle} title="Set these off">
    {quotes === 1 ? "1 quote" : `${quotes} quotes`}
    <span class="for-ears"> of {name}, set off</span>
  </button>
);
