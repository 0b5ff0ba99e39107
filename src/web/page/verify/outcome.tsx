import { ChangeList } from "./change-list.tsx";
import { Denials } from "./denials.tsx";
import type { Verification } from "./documents.ts";
import { SourcePart } from "./source-part.tsx";
import { VERDICTS } from "./verdicts.ts";
import { WordDiff } from "./word-diff.tsx";

/** What became of the words. */
export function Outcome({ verification }: { readonly verification: Verification }) {
  const { verdict, summary, diff, changes, source, alsoIn, disputedBy } = verification;
  const { icon, label, tone } = VERDICTS[verdict];
  return (
    <section class="outcome" aria-labelledby="verdict">
      <div class={`verdict ${tone}`}>
        <h2 id="verdict">
          <span class="verdict-icon" aria-hidden="true">
            {icon}
          </span>
          {label}
        </h2>
        <p>{summary}</p>
        <p class="note">{likeness(verification)}</p>
      </div>
      {changes.length > 0 && <WordDiff diff={diff} />}
      {changes.length > 0 && <ChangeList changes={changes} />}
      <Denials places={disputedBy} />
      {source !== null && <SourcePart source={source} alsoIn={alsoIn} />}
    </section>
  );
}

function likeness({ similarity, meaning }: Verification): string | null {
  if (similarity > 0) return `${Math.round(similarity * 100)} % of the words agree with the source.`;
  return meaning === null ? null : `No words agree; the meaning is ${Math.round(meaning * 100)} % near.`;
}
