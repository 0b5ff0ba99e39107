import { VOICES, type VoiceName } from "./voice.ts";

/** Whose words these are: a full dot for the speaker's own, half a dot for some of them, a ring for none. */
export const VoiceLabel = ({ voice }: { readonly voice: VoiceName }) => (
  <span class="voice" data-voice={voice} title={VOICES[voice].meaning}>
    {VOICES[voice].label}
  </span>
);
