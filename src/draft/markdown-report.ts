import { escapeMarkdown } from "../model/escape-markdown.ts";
import type { DraftLine } from "./draft-report.ts";
import { VERDICT_WORDS } from "./verdict-words.ts";

/** What a report tells of. */
export interface ReportedDraft {
  /** The draft's headline, or its file. */
  readonly name: string;
  readonly summary: string;
  readonly quotes: readonly DraftLine[];
}

/** A report for the desk, as Markdown: what needs a look first, each quote with its source, then all that is as it should be. */
export function markdownReport({ name, summary, quotes }: ReportedDraft): string {
  const looks = quotes.filter(({ needsALook }) => needsALook);
  const others = quotes.filter(({ needsALook }) => !needsALook);
  const parts = [
    `# Quotes of ${escapeMarkdown(name)}`,
    summary,
    ...section("To look at", looks.map(inFull)),
    ...section("As it should be", others.length === 0 ? [] : [others.map(inALine).join("\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const section = (heading: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : [`## ${heading}`, ...entries];

function inFull(quote: DraftLine, place: number): string {
  const { text, speaker, summary, changes, source } = quote;
  const changed = changes.map(
    ({ claim, source: said, isMarked }) =>
      `- ${changeWords(claim, said)}${isMarked ? ", as the draft says itself" : ""}`,
  );
  const parts = [
    `### ${place + 1}. ${capitalised(VERDICT_WORDS[quote.verdict])}`,
    `> ${escapeMarkdown(text)}\n>\n> — ${speaker === null ? "nobody named" : escapeMarkdown(speaker)}, in the draft`,
    escapeMarkdown(summary),
    ...(changed.length > 0 ? [changed.join("\n")] : []),
    ...(source === null ? [] : [`Source: “${escapeMarkdown(source.text)}” — ${sourceWords(source)}`]),
  ];
  return parts.join("\n\n");
}

function changeWords(claim: string, said: string): string {
  if (claim === "") return `“${escapeMarkdown(said)}” is missing`;
  return said === ""
    ? `“${escapeMarkdown(claim)}” is not in the source`
    : `“${escapeMarkdown(claim)}” for “${escapeMarkdown(said)}”`;
}

function inALine({ text, speaker, verdict, source }: DraftLine): string {
  const who = speaker === null ? "" : ` — ${escapeMarkdown(speaker)}`;
  const where = source === null ? "" : `; ${sourceWords(source)}`;
  return `- “${escapeMarkdown(text)}”${who} (${VERDICT_WORDS[verdict]}${where})`;
}

function sourceWords({ speaker, title, url }: NonNullable<DraftLine["source"]>): string {
  const titled = escapeMarkdown(title);
  return [
    ...(speaker === null ? [] : [escapeMarkdown(speaker)]),
    url === null ? titled : `[${titled}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  ].join(", ");
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
