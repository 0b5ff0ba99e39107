import { useState } from "preact/hooks";
import { DRAFT_FORMATS, draftClaimReviews, type RatedDraft } from "../../../draft/draft-formats.ts";
import type { DraftLine } from "../../../draft/draft-report.ts";
import { saveFile } from "../controls/save-file.ts";
import type { DraftCheck, DraftQuote } from "./documents.ts";

interface SaveDraftProps {
  readonly check: DraftCheck;
  readonly ratings: ReadonlyMap<number, string>;
}

/** What was found, as a file: for the desk, for a spreadsheet, or for programs. */
export function SaveDraft({ check, ratings }: SaveDraftProps) {
  const draft: RatedDraft = {
    name: check.title ?? "a draft",
    summary: check.summary ?? "",
    quotes: check.quotes.map(lineOf),
    ratings: check.quotes.map((_, place) => ratings.get(place) ?? null),
  };
  return (
    <div class="actions">
      {Object.entries(DRAFT_FORMATS).map(([ending, { label, mediaType, write }]) => (
        <button
          key={ending}
          type="button"
          class="action"
          onClick={() => saveFile(`quotes.${ending}`, mediaType, write([draft]))}
        >
          {label}
        </button>
      ))}
      {draft.ratings.some((rating) => rating?.trim()) && <SaveReviews draft={draft} />}
    </div>
  );
}

/** Ratings go out under the name of the one who has set them. */
function SaveReviews({ draft }: { readonly draft: RatedDraft }) {
  const [reviewer, setReviewer] = useState("");
  const save = () => {
    const reviews = draftClaimReviews([draft], { reviewer: reviewer.trim(), reviewUrl: null });
    if (reviews !== null) saveFile("reviews.jsonld", "application/ld+json", reviews);
  };
  return (
    <span class="save-reviews">
      <label>
        Rated by
        <input
          class="draft-field"
          type="text"
          value={reviewer}
          onInput={({ currentTarget }) => setReviewer(currentTarget.value)}
        />
      </label>
      <button type="button" class="action" disabled={reviewer.trim() === ""} onClick={save}>
        ClaimReview
      </button>
    </span>
  );
}

/** The same as the command line prints. */
function lineOf(quote: DraftQuote): DraftLine {
  const { text, start, end, speaker, speakerKind, verdict, needsALook, summary, verification } = quote;
  const { source, changes } = verification;
  return {
    ...{ text, start, end, speaker, speakerKind, verdict, changes, needsALook, summary },
    source: source && {
      text: source.text,
      speaker: quote.saidByInWords,
      title: source.article.title ?? "Article without a title",
      ...{ publisher: source.article.publisher, author: source.article.author },
      ...{ publishedAt: source.article.publishedAt, url: source.url },
    },
  };
}
