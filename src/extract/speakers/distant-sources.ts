import { firstFrom, type Span } from "../../model/span.ts";
import { byStart } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Block, Document } from "../text/document.ts";
import type { ResolvedPronoun } from "./resolve-pronouns.ts";

/**
 * Quotes whose cue no rule knows ("the email went on, '...'") get the person or organization that the narration names
 * nearest to them in their paragraph: before them, else behind them; words in marks at last the one named last in the paragraph before.
 */
export function withDistantSources(
  document: Document,
  drafts: readonly DraftQuote[],
  names: readonly NamedMention[],
  pronouns: readonly ResolvedPronoun[],
): readonly DraftQuote[] {
  const mentions = outside(whoMayHaveSpoken(document.text, names, pronouns), drafts);
  return drafts.map((draft) => {
    const block = document.blocks[draft.block];
    if (draft.basis !== "NONE" || draft.kind === "INDIRECT" || !block) return draft;
    const source = nearestInBlock(mentions, draft, block);
    if (source) return { ...draft, source, basis: "DISTANT" };
    const carried = draft.kind === "DIRECT" ? lastInBlock(mentions, document.blocks[draft.block - 1]) : null;
    return carried ? { ...draft, source: carried, basis: "CARRIED" } : draft;
  });
}

/** In text order. */
function whoMayHaveSpoken(
  text: string,
  names: readonly NamedMention[],
  pronouns: readonly ResolvedPronoun[],
): readonly Span[] {
  const named = names.filter(({ cluster }) => cluster.kind !== "PLACE").map(({ mention }) => mention);
  const subjects = pronouns.filter(({ start, end }) => /^s?he$/i.test(text.slice(start, end)));
  return [...named, ...subjects].map(({ start, end }) => ({ start, end })).sort(byStart);
}

/** The mentions that stand in nobody's words. */
function outside(mentions: readonly Span[], drafts: readonly DraftQuote[]): readonly Span[] {
  const words = drafts
    .filter(({ kind }) => kind !== "INDIRECT")
    .flatMap(({ spans }) => spans)
    .sort(byStart);
  let at = 0;
  return mentions.filter(({ start }) => {
    while ((words[at]?.end ?? start + 1) <= start) at += 1;
    return (words[at]?.start ?? start + 1) > start;
  });
}

function nearestInBlock(mentions: readonly Span[], { spans }: DraftQuote, block: Block): Span | null {
  const first = spans[0]?.start ?? block.start;
  const last = spans.at(-1)?.end ?? block.end;
  const next = firstFrom(mentions, first, startOf);
  const before = mentions[next - 1];
  if (before && before.start >= block.start) return before;
  const after = mentions[firstFrom(mentions, last, startOf)];
  return after && after.end <= block.end ? after : null;
}

/** A speech with nobody named beside it is mostly of whom the paragraph before named last. */
function lastInBlock(mentions: readonly Span[], block: Block | undefined): Span | null {
  if (block === undefined || block.isTitle) return null;
  const last = mentions[firstFrom(mentions, block.end, startOf) - 1];
  return last && last.start >= block.start ? last : null;
}

const startOf = ({ start }: Span): number => start;
