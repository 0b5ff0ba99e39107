import type { AskFailure } from "../graphql/ask.ts";
import { playgroundLink } from "../graphql/playground-link.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { publishedIn } from "../navigation/period.ts";
import type { PersonState } from "../navigation/person-address.ts";
import { SAID, SAID_ABOUT, type Said } from "./documents.ts";

export interface SaidAnswer {
  /** What was said; null until it is known. */
  readonly said: Said | null;
  readonly failure: AskFailure | null;
  readonly loading: boolean;
  readonly retry: () => void;
  /** The same question in the Playground. */
  readonly playground: string;
}

/** What somebody said: about something, the closest first; else in a period, in the order of time. */
export function useSaid(id: string, { about, order, period, count }: PersonState): SaidAnswer {
  const isAbout = about.trim() !== "";
  const aboutVariables = { id, about, first: count };
  const timeVariables = { filter: { speaker: [id], ...publishedIn(period) }, order, first: count };
  const byMeaning = useAnswer(SAID_ABOUT, isAbout ? aboutVariables : null);
  const byTime = useAnswer(SAID, isAbout ? null : timeVariables);
  if (!isAbout)
    return { ...byTime, said: byTime.answer?.quotes ?? null, playground: playgroundLink(SAID, timeVariables) };
  const node = byMeaning.answer?.node ?? null;
  const said = node !== null && "quotes" in node ? node.quotes : null;
  return { ...byMeaning, said, playground: playgroundLink(SAID_ABOUT, aboutVariables) };
}
