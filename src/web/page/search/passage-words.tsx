import { isHeldAgainst, isOwnWords } from "../../../model/assertion-label.ts";
import { HighlightedText } from "../quote/highlighted-text.tsx";
import { QuotedWords } from "../quote/quoted-words.tsx";
import { ToldLabel } from "../quote/told-label.tsx";
import { wordParts } from "../quote/word-parts.ts";
import type { Hit } from "./documents.ts";
import { statementsInPassage } from "./statements-in-passage.ts";

/** The words of a hit: a turn, or the article's own words, as they are; else the sentences that a statement is told in, with its words set off. */
export function PassageWords({ hit }: { readonly hit: Hit }) {
  const { quote, text, selectors, spans, highlights } = hit;
  if (quote === null || quote.kind === "TRANSCRIPT") {
    return <QuotedWords quote={quote} text={text} parts={selectors} spans={spans} highlights={highlights} />;
  }
  const parts = wordParts(
    text,
    selectors.map(({ exact }) => exact),
  );
  const said = statementsInPassage(
    { parts, spans },
    hit.quotes.flatMap((one) => one.spans),
  );
  const setOff = [...highlights, ...said.map((stretch) => ({ ...stretch, kind: "STATEMENT" as const }))];
  const look = isHeldAgainst(quote)
    ? "is-reported is-held-against"
    : isOwnWords(quote.kind)
      ? "is-quoted"
      : "is-reported";
  return (
    <>
      <ToldLabel quote={quote} />
      <blockquote class={`words in-sentence ${look}`}>
        {parts.map((part) => (
          <p key={part.start}>
            <HighlightedText text={text} within={part} highlights={setOff} />
          </p>
        ))}
      </blockquote>
    </>
  );
}
