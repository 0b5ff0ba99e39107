import type { QuoteChange } from "./documents.ts";
import { CHANGE_LABELS } from "./verdicts.ts";

/** What was changed, one by one, and what kind of change each is. */
export const ChangeList = ({ changes }: { readonly changes: readonly QuoteChange[] }) => (
  <ul class="changes" aria-label="What differs">
    {changes.map((change, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by nothing but its place.
      <li key={place}>
        <span class="change-kind">{CHANGE_LABELS[change.kind]}</span>
        <span>
          {sentenceFor(change)}
          {change.isMarked && <span class="note"> – as it says itself</span>}
        </span>
      </li>
    ))}
  </ul>
);

function sentenceFor({ claim, source }: QuoteChange): string {
  if (claim === "") return `“${source}” is missing`;
  return source === "" ? `“${claim}” is not in the source` : `“${claim}” for “${source}”`;
}
