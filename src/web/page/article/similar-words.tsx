import { assertionLabel } from "../../../model/assertion-label.ts";
import { needsSentence } from "../../../model/shown-spans.ts";
import { articleAddress } from "../navigation/article-address.ts";
import { Link } from "../navigation/link.tsx";
import { attributionText } from "../quote/attribution-text.ts";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { hitAnchor } from "../quote/hit-anchor.ts";
import { shortened } from "../quote/shortened.ts";
import { VOICES } from "../quote/voice.ts";
import { textWithSeams } from "../quote/word-parts.ts";
import type { Quote } from "./documents.ts";

type SimilarHit = Quote["similar"][number];

/** A cosine: from here on, nearest neighbours among the samples mostly share their subject; under it they seldom do. */
const CLOSE_FROM = 0.45;

/** What else was said, in this article or another, that is close in meaning. */
export function SimilarWords({ hits }: { readonly hits: readonly SimilarHit[] }) {
  const close = hits.filter(({ trace }) =>
    trace.signals.some(({ signal, raw }) => signal === "DENSE" && raw >= CLOSE_FROM),
  );
  if (close.length === 0) return null;
  return (
    <section class="similar" aria-labelledby="similar">
      <h3 id="similar">Close in meaning</h3>
      <ul>
        {close.map((hit) => (
          <li key={hit.id}>
            <Link to={articleAddress(hit.article.id, { anchor: hitAnchor(hit) })}>{wordsOf(hit)}</Link>
            <span class="note">{whoAndWhere(hit)}</span>
            <CorrectionNote correction={hit.quote?.correction ?? null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words of the quote alone; what was not simply said is told in words and in its sentence: see `QuotedWords`. */
function wordsOf({ text, selectors, quote }: SimilarHit): string {
  if (quote === null) return shortened(textWithSeams(text, selectors));
  const label = assertionLabel(quote);
  const told = label === null ? "" : `${label}: `;
  if (needsSentence(quote)) return told + shortened(quote.sentence.text);
  const words = told + shortened(textWithSeams(quote.text, quote.selectors));
  return VOICES[quote.kind].verbatim ? `“${words}”` : words;
}

const whoAndWhere = ({ quote, article }: SimilarHit): string =>
  [quote === null ? "The article’s own words" : (attributionText(quote) ?? "Speaker not named"), article.title]
    .filter((part) => part !== null)
    .join(" · ");
