import { paragraphAnchor, quoteAnchor } from "../navigation/address.ts";
import { Byline } from "../quote/byline.tsx";
import { citation } from "../quote/citation.ts";
import { CopyCitation } from "../quote/copy-citation.tsx";
import { QuotedWords } from "../quote/quoted-words.tsx";
import { SourceLine } from "../quote/source-line.tsx";
import { VOICES, type VoiceName } from "../quote/voice.ts";
import type { Hit } from "./documents.ts";
import { Surroundings } from "./surroundings.tsx";

interface HitCardProps {
  readonly hit: Hit;
  /** Whether the paragraphs around are in view. */
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A hit: the words, whose they are, where they stand, and what can be done with them. */
export function HitCard({ hit, open, onToggle }: HitCardProps) {
  const { quote, article, text, highlights } = hit;
  const voice = voiceOf(hit);
  const place = placeOf(hit);
  return (
    <article class="hit">
      <p class="voice" data-voice={voice} title={VOICES[voice].meaning}>
        {VOICES[voice].label}
      </p>
      <QuotedWords voice={voice} text={text} highlights={highlights} />
      {quote !== null && (
        <Byline speaker={quote.speaker} speakerMention={quote.speakerMention} confidence={quote.confidence} />
      )}
      <SourceLine source={article} {...(place !== undefined && { place })} />
      <div class="actions">
        <button type="button" class="action" aria-expanded={open} onClick={onToggle}>
          {open ? "Hide the paragraphs around" : "Show the paragraphs around"}
        </button>
        <CopyCitation text={citationOf(hit)} />
      </div>
      {open && <Surroundings id={hit.id} />}
    </article>
  );
}

const voiceOf = ({ quote }: Hit): VoiceName => quote?.kind ?? "PARAGRAPH";

function placeOf({ quote, paragraph }: Hit): string | undefined {
  if (quote !== null) return quoteAnchor(quote.id);
  return paragraph === null ? undefined : paragraphAnchor(paragraph.index);
}

const citationOf = (hit: Hit): string =>
  citation({
    voice: voiceOf(hit),
    parts: hit.selectors.map(({ exact }) => exact),
    speaker: hit.quote?.speaker ?? null,
    speakerMention: hit.quote?.speakerMention ?? null,
    source: hit.article,
  });
