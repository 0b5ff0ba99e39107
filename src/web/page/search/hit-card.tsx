import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Citable } from "../cite/citable.ts";
import { CitePanel } from "../cite/cite-panel.tsx";
import { CorrectionNote } from "../quote/correction-note.tsx";
import { hitAnchor } from "../quote/hit-anchor.ts";
import { MediaLink } from "../quote/media-link.tsx";
import { SourceLine } from "../quote/source-line.tsx";
import type { VoiceName } from "../quote/voice.ts";
import { VoiceLabel } from "../quote/voice-label.tsx";
import { AlsoIn } from "./also-in.tsx";
import type { Hit } from "./documents.ts";
import { PassageWords } from "./passage-words.tsx";
import { Surroundings } from "./surroundings.tsx";

interface HitCardProps {
  readonly hit: Hit;
  /** Whether the paragraphs around are in view. */
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Who said it, where that does not stand over the card already. */
  readonly children?: ComponentChildren;
}

/** A hit: the words, whose they are, where they stand, and what can be done with them. */
export function HitCard({ hit, open, onToggle, children }: HitCardProps) {
  const [citing, setCiting] = useState(false);
  const voice = voiceOf(hit);
  return (
    <article class="hit">
      <header class="hit-head">
        {children}
        <VoiceLabel voice={voice} quote={hit.quote} />
      </header>
      <PassageWords hit={hit} />
      <CorrectionNote correction={hit.quote?.correction ?? null} />
      <SourceLine source={hit.article} anchor={hitAnchor(hit)} />
      <AlsoIn places={hit.alsoIn} />
      <div class="actions">
        <button type="button" class="action" aria-expanded={open} onClick={onToggle}>
          In context
        </button>
        <button type="button" class="action" aria-expanded={citing} onClick={() => setCiting(!citing)}>
          Cite
        </button>
        <MediaLink quote={hit.quote} />
      </div>
      {citing && <CitePanel citable={citableOf(hit)} />}
      {open && <Surroundings id={hit.id} />}
    </article>
  );
}

const voiceOf = ({ quote }: Hit): VoiceName => quote?.kind ?? "PARAGRAPH";

/** What somebody said is cited in whole; else the passage. */
const citableOf = (hit: Hit): Citable => ({
  voice: voiceOf(hit),
  text: hit.quote?.text ?? hit.text,
  selectors: hit.quote?.selectors ?? hit.selectors,
  quote: hit.quote,
  source: hit.article,
  anchor: hitAnchor(hit),
});
