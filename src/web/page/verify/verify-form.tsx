import { useState } from "preact/hooks";
import type { ClaimState } from "../navigation/verify-address.ts";

interface VerifyFormProps {
  readonly state: ClaimState;
  readonly onClaim: (claim: ClaimState) => void;
}

/** The words to check, as somebody pasted them. Control and Enter check them, too. */
export function VerifyForm({ state, onClaim }: VerifyFormProps) {
  const [claim, setClaim] = useState(state);
  const submit = (event: Event) => {
    event.preventDefault();
    if (claim.text.trim() !== "") onClaim(claim);
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form class="claim" onSubmit={submit}>
      <label>
        The words
        <textarea
          name="text"
          rows={4}
          required
          placeholder="Paste a quote: from a post, a speech, a draft"
          value={claim.text}
          onInput={({ currentTarget }) => setClaim({ ...claim, text: currentTarget.value })}
          onKeyDown={submitByKey}
        />
      </label>
      <div class="claim-by">
        <label>
          Said by <span class="note">(if you know)</span>
          <input
            name="speaker"
            autocomplete="off"
            spellcheck={false}
            value={claim.speaker}
            onInput={({ currentTarget }) => setClaim({ ...claim, speaker: currentTarget.value })}
          />
        </label>
        <button type="submit" class="action is-main">
          Check
        </button>
      </div>
    </form>
  );
}
