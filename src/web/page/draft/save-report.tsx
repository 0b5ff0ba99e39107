import type { DraftLine } from "../../../draft/draft-report.ts";
import { markdownReport } from "../../../draft/markdown-report.ts";
import { saveFile } from "../controls/save-file.ts";
import type { DraftCheck, DraftQuote } from "./documents.ts";

/** What was found, as a file: for the desk, or for programs. */
export function SaveReport({ check }: { readonly check: DraftCheck }) {
  const quotes = check.quotes.map(lineOf);
  const report = () => markdownReport({ name: check.title ?? "a draft", summary: check.summary, quotes });
  const lines = () => quotes.map((quote) => `${JSON.stringify(quote)}\n`).join("");
  return (
    <div class="actions">
      <button type="button" class="action" onClick={() => saveFile("quotes.md", "text/markdown", report())}>
        Report
      </button>
      <button type="button" class="action" onClick={() => saveFile("quotes.jsonl", "application/jsonl", lines())}>
        JSON Lines
      </button>
    </div>
  );
}

/** The same as the command line prints. */
function lineOf(quote: DraftQuote): DraftLine {
  const { text, start, end, speaker, verdict, needsALook, summary, verification } = quote;
  const { source, changes } = verification;
  return {
    ...{ text, start, end, speaker, verdict, changes, needsALook, summary },
    source: source && {
      text: source.text,
      speaker: quote.saidByInWords,
      title: source.article.title ?? "Article without a title",
      url: source.url,
    },
  };
}
