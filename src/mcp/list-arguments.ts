import { z } from "zod";

/** Arguments of tools that list: whose articles, and from where on. */
export const ListShape = {
  publisher: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe("Only articles of this publisher; letter case does not matter."),
  cursor: z.string().optional().describe("nextCursor of the page before, with otherwise the same arguments."),
} as const;
