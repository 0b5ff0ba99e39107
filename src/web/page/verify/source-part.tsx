import { useState } from "preact/hooks";
import type { Citable } from "../cite/citable.ts";
import { CitePanel } from "../cite/cite-panel.tsx";
import { quoteAnchor } from "../navigation/article-address.ts";
import { Byline } from "../quote/byline.tsx";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { NoteLine, SourceLine } from "../quote/source-line.tsx";
import { ToldLabel } from "../quote/told-label.tsx";
import type { VoiceName } from "../quote/voice.ts";
import { VoiceLabel } from "../quote/voice-label.tsx";
import type { QuoteSource, Verification } from "./documents.ts";

interface SourcePartProps {
  readonly source: QuoteSource;
  readonly alsoIn: Verification["alsoIn"];
}

/** Where the words come from, with what stands around them. */
export function SourcePart({ source, alsoIn }: SourcePartProps) {
  const [citing, setCiting] = useState(false);
  const voice = voiceOf(source);
  return (
    <section class="hit" aria-labelledby="source">
      <h2 id="source">In the source</h2>
      <header class="hit-head">
        {source.quote !== null && <Byline {...source.quote} />}
        <VoiceLabel voice={voice} quote={source.quote} />
      </header>
      {source.quote !== null && <ToldLabel quote={source.quote} />}
      <blockquote class="in-place">
        {source.before}
        <mark>{source.selectors.map(({ exact }) => exact).join(" … ")}</mark>
        {source.after}
      </blockquote>
      <CorrectionNote correction={source.quote?.correction ?? null} />
      <PlaceLine {...source} />
      <div class="actions">
        {source.url !== null && (
          <a class="action" href={source.url} rel="noreferrer">
            Original, at the words
          </a>
        )}
        {!source.isNote && (
          <button type="button" class="action" aria-expanded={citing} onClick={() => setCiting(!citing)}>
            Cite
          </button>
        )}
      </div>
      {citing && <CitePanel citable={citableOf(source)} />}
      {alsoIn.length > 0 && <AlsoIn sources={alsoIn} />}
    </section>
  );
}

/** Words that no mark stands around but that are a speaker's own are as good as direct ones. */
function voiceOf({ voice, quote }: QuoteSource): VoiceName {
  if (voice === "NARRATION") return "PARAGRAPH";
  if (voice === "SPOKEN") return quote?.kind === "TRANSCRIPT" ? "TRANSCRIPT" : "DIRECT";
  return quote?.kind === "MIXED" ? "MIXED" : "INDIRECT";
}

/** Where one of the sources can be read on. */
const PlaceLine = (
  source: Pick<QuoteSource, "isNote" | "article"> & { readonly quote: { readonly id: string } | null },
) =>
  source.isNote ? (
    <NoteLine source={source.article} />
  ) : (
    <SourceLine source={source.article} anchor={anchorOf(source)} />
  );

const anchorOf = ({ quote }: { readonly quote: { readonly id: string } | null }): string =>
  quote === null ? "" : quoteAnchor(quote.id);

const citableOf = (source: QuoteSource): Citable => ({
  voice: voiceOf(source),
  text: source.text,
  selectors: source.selectors,
  quote: source.quote,
  source: source.article,
  anchor: anchorOf(source),
});

const AlsoIn = ({ sources }: { readonly sources: Verification["alsoIn"] }) => (
  <section class="also" aria-labelledby="also">
    <h3 id="also">Also in</h3>
    <ul class="list">
      {sources.map((source) => (
        <li key={source.quote?.id ?? source.article.id}>
          <PlaceLine {...source} />
        </li>
      ))}
    </ul>
  </section>
);
