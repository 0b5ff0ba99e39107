import { z } from "zod";
import type { QuoteFilter, QuoteStore } from "../store/quote-store.ts";
import { ListShape } from "./list-arguments.ts";
import { findSpeaker } from "./named-speaker.ts";
import { PublishedDaysShape, publishedWithin } from "./published-days.ts";

/** Arguments of tools that look among quotes: whose, where and when. */
export const NarrowingShape = {
  speaker: z
    .string()
    .trim()
    .min(1, "Give a name or an id, or leave `speaker` out.")
    .optional()
    .describe(
      "Only what this speaker said, alone or with others: a name (full, surname, or with a title), a title, or an id from find_entity.",
    ),
  onBehalfOf: z
    .string()
    .trim()
    .min(1, "Give a name or an id, or leave `onBehalfOf` out.")
    .optional()
    .describe(
      "Only what spokesmen, lawyers or others said for this person or body: a name, or an id from find_entity.",
    ),
  publisher: ListShape.publisher,
  ...PublishedDaysShape,
} as const;

const EMPTY_INDEX = "The index is empty: tell the user to add articles with npm run index -- PATH.";
const ASK_OTHERWISE =
  "Nothing matches. Ask in other words, or look with find_entity how the index calls whom you mean, and with list_articles what it holds.";

export type Narrowing = z.infer<z.ZodObject<typeof NarrowingShape>>;

/** @throws VerbatimError BAD_INPUT for a name that nobody bears, and for days that end before they begin. */
export async function narrowingFilter(store: QuoteStore, given: Narrowing): Promise<QuoteFilter> {
  return {
    ...publishedWithin(given),
    ...(given.publisher !== undefined && { publishers: [given.publisher] }),
    ...(given.speaker !== undefined && { speakers: await findSpeaker(store, given.speaker) }),
    ...(given.onBehalfOf !== undefined && { onBehalfOf: await findSpeaker(store, given.onBehalfOf) }),
  };
}

/** What to leave out, or to do else, when nothing matches. */
export async function widerAdvice(store: QuoteStore, given: Readonly<Record<string, unknown>>): Promise<string> {
  const narrowing = Object.entries(given).filter(([, value]) => value !== undefined);
  if (narrowing.length === 0) return (await store.info()).articles === 0 ? EMPTY_INDEX : ASK_OTHERWISE;
  return `Nothing matches. Try again without ${narrowing.map(([name]) => `\`${name}\``).join(", ")}, or see list_articles for publishers and dates.`;
}
