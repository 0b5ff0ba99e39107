/**
 * Of the items of one page as JSON, in UTF-16 code units. Pages of quotes had 3.1 characters to a token of GPT-4o's at the
 * least (news and hearings, ids and urls among them), so that a page stays under 2,000 tokens; as text it is shorter.
 */
const MAX_PAGE_LENGTH = 6_000;

const CUT_HINT = "Cut to stay short: there are more for these arguments than one answer holds. Go on with nextCursor.";

/** An item as it is shown, and where the page after it begins. */
export interface PageEntry<Item> {
  readonly item: Item;
  readonly cursor: string;
}

export interface AnswerPage<Item> {
  readonly items: Item[];
  /** What a tool's answer says of the pages behind this one. */
  readonly rest: { readonly nextCursor?: string; readonly hint?: string };
}

/** As many of the items as one answer holds, one at least, and how to go on. */
export function toAnswerPage<Item>(entries: readonly PageEntry<Item>[], hasMore: boolean): AnswerPage<Item> {
  const kept = entries.slice(0, Math.max(1, fittingCount(entries)));
  const isCut = kept.length < entries.length;
  const nextCursor = isCut || hasMore ? kept.at(-1)?.cursor : undefined;
  return {
    items: kept.map(({ item }) => item),
    rest: { ...(nextCursor !== undefined && { nextCursor }), ...(isCut && { hint: CUT_HINT }) },
  };
}

function fittingCount(entries: readonly PageEntry<unknown>[]): number {
  let left = MAX_PAGE_LENGTH;
  const overflow = entries.findIndex(({ item }) => {
    left -= JSON.stringify(item).length;
    return left < 0;
  });
  return overflow < 0 ? entries.length : overflow;
}

/** The rest of a page, in words. */
export const restAsText = ({ nextCursor, hint }: AnswerPage<unknown>["rest"]): readonly string[] => [
  ...(hint === undefined ? [] : [hint]),
  ...(nextCursor === undefined ? [] : [`More: repeat the call with cursor ${nextCursor}`]),
];
