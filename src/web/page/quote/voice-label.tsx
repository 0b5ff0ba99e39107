import { isHeldAgainst } from "../../../model/assertion-label.ts";
import type { HowTold } from "../../../model/how-told.ts";
import { VOICES, type VoiceName } from "./voice.ts";

interface VoiceLabelProps {
  readonly voice: VoiceName;
  /** How the quote is told; null for the article's own words. */
  readonly quote: Pick<HowTold, "assertion"> | null;
}

/** Whose words these are: a full dot for the speaker's own, half a dot for some of them, a ring for none, nor for what was not said. */
export function VoiceLabel({ voice, quote }: VoiceLabelProps) {
  if (quote !== null && isHeldAgainst(quote) && VOICES[voice].verbatim) {
    return (
      <span class="voice" data-voice="NOT_SAID" title="The article does not have these words as said.">
        In quotation marks
      </span>
    );
  }
  return (
    <span class="voice" data-voice={voice} title={VOICES[voice].meaning}>
      {VOICES[voice].label}
    </span>
  );
}
