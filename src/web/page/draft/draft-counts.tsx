import { type DraftState, draftAddress } from "../navigation/draft-address.ts";
import { navigate } from "../navigation/use-location.ts";
import type { Verdict } from "../verify/documents.ts";
import { VERDICTS } from "../verify/verdicts.ts";
import type { DraftCheck } from "./documents.ts";

interface DraftCountsProps {
  readonly check: DraftCheck;
  readonly state: DraftState;
  readonly loading: boolean;
}

/** What became of the quotes, or how many of them are checked. */
export function progressWords({ quotes, total, summary }: DraftCheck, loading: boolean): string {
  if (summary !== null) return summary;
  const share = `${quotes.length} of ${total === 1 ? "1 quote" : `${total} quotes`}`;
  return loading ? `Checking: ${share} so far.` : `Only ${share} were checked. Check again for the rest.`;
}

/** How many quotes came to what; each number sets off its own. */
export function DraftCounts({ check, state, loading }: DraftCountsProps) {
  const { quotes } = check;
  const toggle = (verdict: Verdict) =>
    navigate(draftAddress({ anchor: state.anchor, verdict: state.verdict === verdict ? null : verdict }));
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" class="for-ears">
        What became of the quotes
      </h2>
      <p class="draft-summary">{progressWords(check, loading)}</p>
      <ul class="draft-counts">
        {(Object.keys(VERDICTS) as Verdict[]).map((verdict) => {
          const count = quotes.filter((quote) => quote.verdict === verdict).length;
          if (count === 0) return null;
          const { label, icon, tone } = VERDICTS[verdict];
          return (
            <li key={verdict}>
              <button
                type="button"
                class={`chip ${tone}`}
                aria-pressed={state.verdict === verdict}
                onClick={() => toggle(verdict)}
                title="Set these off"
              >
                <span aria-hidden="true">{icon} </span>
                {label} <span class="chip-count">{count}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
