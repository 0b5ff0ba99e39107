import { useEffect, useRef } from "preact/hooks";
import { assertionLabel } from "../../../model/assertion-label.ts";
import { needsSentence } from "../../../model/shown-spans.ts";
import { CitePanel } from "../cite/cite-panel.tsx";
import { useMayWrite } from "../correcting/viewer.ts";
import { WrongSpeaker } from "../correcting/wrong-speaker.tsx";
import { useAnswer } from "../graphql/use-answer.ts";
import { type ArticleState, articleAddress, quoteAnchor } from "../navigation/article-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { Byline } from "../quote/byline.tsx";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { MediaLink } from "../quote/media-link.tsx";
import { QuotedWords } from "../quote/quoted-words.tsx";
import { VoiceLabel } from "../quote/voice-label.tsx";
import { Failure } from "../states/failure.tsx";
import { Skeleton } from "../states/skeleton.tsx";
import { type ArticleQuote, QUOTE, type Quote } from "./documents.ts";
import { SimilarWords } from "./similar-words.tsx";

interface SelectedQuoteProps {
  readonly quote: ArticleQuote;
  /** Those to step through, in reading order. */
  readonly quotes: readonly ArticleQuote[];
  readonly articleId: string;
  readonly state: ArticleState;
}

/** All that is known of the quote that the reader has chosen. */
export function SelectedQuote({ quote, quotes, articleId, state }: SelectedQuoteProps) {
  const { answer, failure, retry } = useAnswer(QUOTE, { id: quote.id });
  const mayWrite = useMayWrite();
  const card = useRef<HTMLElement>(null);
  const place = quotes.findIndex(({ id }) => id === quote.id);
  const show = (other: ArticleQuote | undefined) =>
    other && navigate(articleAddress(articleId, { ...state, anchor: quoteAnchor(other.id) }), "REPLACE");
  const close = () => {
    navigate(articleAddress(articleId, { speaker: state.speaker }), "REPLACE");
    document.getElementById(quoteAnchor(quote.id))?.focus({ preventScroll: true });
  };
  useFocusFromLink(card, quoteAnchor(quote.id));
  useEscape(close);
  return (
    <section class="selected" ref={card} tabIndex={-1} aria-labelledby="selected">
      <h2 id="selected" class="for-ears">
        The chosen quote
      </h2>
      <header class="selected-head">
        <VoiceLabel voice={quote.kind} quote={quote} />
        <Step label="Previous quote" icon="↑" onClick={() => show(quotes[place - 1])} disabled={place <= 0} />
        <Step
          label="Next quote"
          icon="↓"
          onClick={() => show(quotes[place + 1])}
          disabled={place === quotes.length - 1}
        />
        <Step label="Close" icon="×" onClick={close} disabled={false} />
      </header>
      {failure !== null && <Failure failure={failure} retry={retry} />}
      {failure === null && answer === null && <Skeleton label="Fetching the quote" shape="LINES" />}
      {answer?.quote && <QuoteDetails quote={answer.quote} mayWrite={mayWrite} />}
    </section>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: string;
  readonly onClick: () => void;
  readonly disabled: boolean;
}

const Step = ({ label, icon, onClick, disabled }: StepProps) => (
  <button type="button" class="step" aria-label={label} title={label} onClick={onClick} disabled={disabled}>
    {icon}
  </button>
);

interface QuoteDetailsProps {
  readonly quote: Quote;
  readonly mayWrite: boolean;
}

const QuoteDetails = ({ quote, mayWrite }: QuoteDetailsProps) => (
  <>
    <Byline {...quote} />
    {(needsSentence(quote) || assertionLabel(quote) !== null) && (
      <QuotedWords quote={quote} text={quote.text} parts={quote.selectors} spans={quote.spans} />
    )}
    <p class="note">{attribution(quote)}</p>
    <CorrectionNote correction={quote.correction} />
    <MediaLink quote={quote} />
    <CitePanel
      citable={{ ...quote, quote, voice: quote.kind, source: quote.article, anchor: quoteAnchor(quote.id) }}
      key={quote.id}
    />
    {mayWrite && <WrongSpeaker quoteId={quote.id} articleId={quote.article.id} />}
    <SimilarWords hits={quote.similar} />
  </>
);

/** Such as `The article has “she … added”. 93 % certain.` */
function attribution({ speakerMention, cue, confidence }: Quote): string {
  const words = [speakerMention, cue].filter((part) => part !== null).join(" … ");
  const certain = `${Math.round(confidence * 100)} % certain.`;
  return words === "" ? `Put to the speaker by the layout. ${certain}` : `The article has “${words}”. ${certain}`;
}

/** Who opened the card by the quote's link goes on in the card; who came with the address reads the text. */
function useFocusFromLink(card: { readonly current: HTMLElement | null }, linkId: string): void {
  useEffect(() => {
    if (document.activeElement?.id === linkId) card.current?.focus({ preventScroll: true });
  }, [card, linkId]);
}

function useEscape(close: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}
