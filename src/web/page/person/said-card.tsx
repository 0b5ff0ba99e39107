import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { CitePanel } from "../cite/cite-panel.tsx";
import { articleAddress, quoteAnchor } from "../navigation/article-address.ts";
import { Link } from "../navigation/link.tsx";
import { Byline } from "../quote/byline.tsx";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { MediaLink } from "../quote/media-link.tsx";
import { QuotedWords } from "../quote/quoted-words.tsx";
import { VoiceLabel } from "../quote/voice-label.tsx";
import type { SaidQuote, Somebody } from "./documents.ts";

interface SaidCardProps {
  readonly quote: SaidQuote;
  readonly somebody: Somebody;
  /** Where it stands, where that is not over the card already. */
  readonly children?: ComponentChildren;
}

/** A quote on the page of whoever said it, or for whom it was said. */
export function SaidCard({ quote, somebody, children }: SaidCardProps) {
  const [citing, setCiting] = useState(false);
  const anchor = quoteAnchor(quote.id);
  return (
    <article class="hit">
      <header class="hit-head">
        {saysMore(quote, somebody) && <Byline {...quote} />}
        <VoiceLabel voice={quote.kind} quote={quote} />
      </header>
      <QuotedWords quote={quote} text={quote.text} parts={quote.selectors} spans={quote.spans} />
      <CorrectionNote correction={quote.correction} />
      {children}
      <div class="actions">
        <Link to={articleAddress(quote.article.id, { anchor })} class="action">
          In context
        </Link>
        <button type="button" class="action" aria-expanded={citing} onClick={() => setCiting(!citing)}>
          Cite
        </button>
        <MediaLink quote={quote} />
      </div>
      {citing && <CitePanel citable={{ ...quote, quote, voice: quote.kind, source: quote.article, anchor }} />}
    </article>
  );
}

/** Whether there is more to say of who spoke than whose page it is: others too, perhaps only, or for somebody. */
const saysMore = ({ speakers, onBehalfOf, isSpeakerSure }: SaidQuote, { id }: Somebody): boolean =>
  !isSpeakerSure || onBehalfOf !== null || speakers.length !== 1 || speakers[0]?.id !== id;
