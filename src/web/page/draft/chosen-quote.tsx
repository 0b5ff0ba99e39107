import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type DraftState, draftAddress, draftQuoteAnchor } from "../navigation/draft-address.ts";
import { navigate } from "../navigation/use-location.ts";
import { Outcome } from "../verify/outcome.tsx";
import type { DraftQuote } from "./documents.ts";
import type { PlacedQuote } from "./draft-text.tsx";

interface ChosenQuoteProps {
  readonly chosen: PlacedQuote;
  readonly state: DraftState;
  /** What the reader may say of it. */
  readonly children: ComponentChildren;
}

/** All that was found of the quote that the reader has chosen: whom the draft gives it to, and what became of it. */
export function ChosenQuote({ chosen: { quote, place }, state, children }: ChosenQuoteProps) {
  const card = useRef<HTMLElement>(null);
  const anchor = draftQuoteAnchor(place);
  useEffect(() => {
    if (document.activeElement?.id === anchor) card.current?.focus({ preventScroll: true });
  }, [anchor]);
  const { verdict, summary, verification } = quote;
  return (
    <section class="selected draft-chosen" ref={card} tabIndex={-1} aria-labelledby="chosen">
      <h2 id="chosen" class="for-ears">
        The chosen quote
      </h2>
      <p class="note">{givenTo(quote)}</p>
      <Outcome verification={{ ...verification, verdict, summary }} />
      {children}
      <button type="button" class="action" onClick={() => navigate(draftAddress({ ...state, anchor: "" }), "REPLACE")}>
        Close
      </button>
    </section>
  );
}

function givenTo({ speaker, speakerMention, quoted, saidByInWords }: DraftQuote): string {
  const mention = speakerMention === null || speakerMention === speaker ? "" : ` (“${speakerMention}”)`;
  const draft = speaker === null ? `The draft names nobody${mention}` : `The draft gives it to ${speaker}${mention}`;
  const source = saidByInWords === null ? "" : `; in the source it is ${saidByInWords}`;
  return `${draft}${source}.${quoted === "DOCUMENT" ? " Words of a document are no speech." : ""}`;
}
