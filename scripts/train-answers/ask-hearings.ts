import type { BeirFolder } from "../evaluate-search/beir-files.ts";
import type { MeetingsIndex } from "../evaluate-search/meetings-index.ts";
import { type AskedIndex, type AskedQuestion, type Judge, judgeCandidates } from "./asked-question.ts";

/** Each question asked of its own meeting, and of all of them: every turn that answers is known. */
export async function askHearings(
  index: AskedIndex,
  { questions }: BeirFolder,
  { turnOfQuote, articleOf }: MeetingsIndex,
): Promise<readonly AskedQuestion[]> {
  const all: AskedQuestion[] = [];
  for (const { text, meeting, answers } of questions) {
    const places = new Map([...answers].map((turn, place) => [turn, place]));
    const judge: Judge = ({ hit }) => {
      const place = places.get(turnOfQuote.get(hit.quote.id) ?? "");
      return place === undefined ? [] : [place];
    };
    for (const filter of [{ articles: [articleOf.get(meeting) ?? ""] }, {}]) {
      const candidates = await judgeCandidates(index, text, filter, judge);
      all.push({ group: meeting, candidates, best: [...places.values()] });
    }
  }
  return all;
}
