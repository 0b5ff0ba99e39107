import { z } from "zod";
import { readGoldLines } from "../evaluate/gold-lines.ts";
import { isSamePassage } from "../evaluate/same-passage.ts";

const QUESTION = z.object({
  question: z.string(),
  article: z.string(),
  passages: z.array(z.object({ text: z.string(), grade: z.number() })),
});
export type NewsQuestion = z.infer<typeof QUESTION>;

export const readNewsQuestions = (path: string): readonly NewsQuestion[] =>
  readGoldLines(path, QUESTION, "a question with the passages that answer it").filter(
    ({ passages }) => passages.length > 0,
  );

/** The highest grade of the judged passages that a passage holds, or is held by; 0 for none. */
export function gradeOf(text: string, { passages }: NewsQuestion): number {
  const grades = passages.filter((judged) => isSamePassage(text, judged.text)).map(({ grade }) => grade);
  return Math.max(0, ...grades);
}
