import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import type { ChunkFilter } from "../store/chunk-filter.ts";

const ASK_FOR_DAY = "Give a day as YYYY-MM-DD, such as 2024-03-05.";

/** A pattern that says no more than this: the one that knows leap years would cost a model 200 tokens each time. */
const day = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, ASK_FOR_DAY)
    .refine(isInCalendar, ASK_FOR_DAY)
    .optional()
    .describe(description);

const isInCalendar = (day: string): boolean => z.iso.date().safeParse(day).success;

/** Arguments of tools that narrow by when an article was published. */
export const PublishedDaysShape = {
  from: day("Only articles published on this day or later: YYYY-MM-DD, in UTC."),
  to: day("Only articles published on this day or earlier: YYYY-MM-DD, in UTC."),
} as const;

interface PublishedDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Both days count whole. @throws VerbatimError BAD_INPUT when the range ends before it begins. */
export function publishedWithin({ from, to }: PublishedDays): Pick<ChunkFilter, "publishedFrom" | "publishedTo"> {
  if (from !== undefined && to !== undefined && to < from) {
    throw new VerbatimError(
      "BAD_INPUT",
      `\`from\` (${from}) is later than \`to\` (${to}): nothing can match. Swap them.`,
    );
  }
  return {
    ...(from !== undefined && { publishedFrom: `${from}T00:00:00.000Z` }),
    ...(to !== undefined && { publishedTo: `${to}T23:59:59.999Z` }),
  };
}
