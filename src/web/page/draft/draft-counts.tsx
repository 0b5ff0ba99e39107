import { type DraftState, draftAddress } from "../navigation/draft-address.ts";
import { navigate } from "../navigation/use-location.ts";
import type { Verdict } from "../verify/documents.ts";
import { VERDICTS } from "../verify/verdicts.ts";
import type { DraftCheck } from "./documents.ts";

interface DraftCountsProps {
  readonly check: DraftCheck;
  readonly state: DraftState;
}

/** How many quotes came to what; each number sets off its own. */
export function DraftCounts({ check: { quotes, summary }, state }: DraftCountsProps) {
  const toggle = (verdict: Verdict) =>
    navigate(draftAddress({ anchor: state.anchor, verdict: state.verdict === verdict ? null : verdict }));
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" class="for-ears">
        What became of the quotes
      </h2>
      <p class="draft-summary">{summary}</p>
      <ul class="draft-counts">
        {(Object.keys(VERDICTS) as Verdict[]).map((verdict) => {
          const count = quotes.filter((quote) => quote.verdict === verdict).length;
          if (count === 0) return null;
          const { label, sign, tone } = VERDICTS[verdict];
          return (
            <li key={verdict}>
              <button
                type="button"
                class={`chip ${tone}`}
                aria-pressed={state.verdict === verdict}
                onClick={() => toggle(verdict)}
                title="Set these off"
              >
                <span aria-hidden="true">{sign} </span>
                {label} <span class="chip-count">{count}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
