import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AskFailure } from "../graphql/ask.ts";

interface CorrectionFormProps {
  /** What to ask the reader: "Wrong speaker?" */
  readonly question: string;
  readonly failure: AskFailure | null;
  readonly isBusy: boolean;
  /** Makes the change, and tells whether it was made. */
  readonly onSubmit: (reason: string | null) => Promise<boolean>;
  readonly children: ComponentChildren;
}

/** A question that opens a form to put something right, with room to say why. */
export function CorrectionForm({ question, failure, isBusy, onSubmit, children }: CorrectionFormProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await onSubmit(reason.trim() === "" ? null : reason)) setOpen(false);
  };
  return (
    <div class="correcting">
      <button type="button" class="action" aria-expanded={open} onClick={() => setOpen(!open)}>
        {question}
      </button>
      {open && (
        <form onSubmit={submit} aria-label={question}>
          {children}
          <label>
            Why <span class="note">(shown beside it)</span>
            <input
              name="reason"
              autocomplete="off"
              maxLength={500}
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
          </label>
          {failure !== null && (
            <p class="refused" role="alert">
              {failure.message}
            </p>
          )}
          <button type="submit" class="action is-main" disabled={isBusy}>
            Put right
          </button>
        </form>
      )}
    </div>
  );
}
