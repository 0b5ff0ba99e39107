import { z } from "zod";
import { readGoldLines } from "../evaluate/gold-lines.ts";

const QUESTION = z.object({
  question: z.string(),
  passages: z.array(z.object({ article: z.string(), text: z.string(), grade: z.number(), speaker: z.string() })),
});
export type JudgedRequest = z.infer<typeof QUESTION>;
export type JudgedWords = JudgedRequest["passages"][number];

/** Questions with all passages that answer them; one that nobody answers has none. */
export const readJudgedRequests = (path: string): readonly JudgedRequest[] =>
  readGoldLines(path, QUESTION, "a question with the passages that answer it");

/** What somebody with a name said: names are written with a capital, groups ("opponents") are not. */
export const saidByName = ({ passages }: JudgedRequest): readonly JudgedWords[] =>
  passages.filter(({ speaker, grade }) => grade === 2 && /^\p{Lu}\S* \p{Lu}/u.test(speaker));
