import { quoteAnchor } from "../navigation/address.ts";
import { citation } from "../quote/citation.ts";
import { CopyCitation } from "../quote/copy-citation.tsx";
import { QuotedWords } from "../quote/quoted-words.tsx";
import { SourceLine } from "../quote/source-line.tsx";
import { VOICES } from "../quote/voice.ts";
import type { PersonQuote, Somebody } from "./documents.ts";

interface PersonQuoteCardProps {
  readonly quote: PersonQuote;
  readonly somebody: Somebody;
}

/** A quote on the page of whoever said it. */
export const PersonQuoteCard = ({ quote, somebody }: PersonQuoteCardProps) => (
  <article class="hit">
    <p class="voice" data-voice={quote.kind} title={VOICES[quote.kind].meaning}>
      {VOICES[quote.kind].label}
    </p>
    <QuotedWords voice={quote.kind} text={quote.text} />
    <SourceLine source={quote.article} place={quoteAnchor(quote.id)} />
    <div class="actions">
      <CopyCitation
        text={citation({
          voice: quote.kind,
          parts: quote.selectors.map(({ exact }) => exact),
          speaker: somebody,
          speakerMention: quote.speakerMention,
          source: quote.article,
        })}
      />
    </div>
  </article>
);
