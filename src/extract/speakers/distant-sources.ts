import { firstFrom, type Span } from "../../model/span.ts";
import { byStart } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Block, Document } from "../text/document.ts";
import type { ResolvedPronoun } from "./resolve-pronouns.ts";

/**
 * Quotes whose cue no rule knows ("the email went on, '...'") get the person or organization that the narration names
 * nearest to them in their paragraph: before them, else behind them.
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
    return source ? { ...draft, source, basis: "DISTANT" } : draft;
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

const startOf = ({ start }: Span): number => start;
