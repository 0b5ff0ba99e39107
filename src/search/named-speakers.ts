import type { Entity } from "../model/entity.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** Words of a name, with a title before it: "President of the Republic of Kestria Teodor Maravin" is seven. */
const MAX_NAME_WORDS = 7;
const NAME = String.raw`(?<name>\S+(?:\s+\S+){0,${MAX_NAME_WORDS - 1}}?)`;
const NAME_AT_END = String.raw`(?<name>\S+(?:\s+\S+){0,${MAX_NAME_WORDS - 1}})`;

/** What people do with words, in the form that a question puts it. */
const SAY =
  "say|said|tell|told|think|believe|claim|argue|propose|promise|warn|suggest|explain|answer|reply|respond|comment|speak|talk|mention|promise|announce|demand|criticize|criticise|describe|call";
/** Where a question names who speaks: in front of what they do, or behind "according to". */
const SPEAKER_PLACES: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:did|does|do|has|have|had|would|will)\s+${NAME}\s+(?:${SAY})\b`, "iu"),
  new RegExp(String.raw`\baccording to\s+${NAME_AT_END}`, "iu"),
  new RegExp(String.raw`^${NAME}\s+(?:said|says|told|tells|on|about)\s`, "iu"),
];

/** A stretch of a query that names who speaks. */
export interface NamedSpeakers {
  readonly name: string;
  readonly speakers: readonly Entity[];
}

/** Who a question says should speak, where it names somebody who is quoted; null where it names nobody. */
export async function findNamedSpeakers(store: QuoteStore, question: string): Promise<NamedSpeakers | null> {
  for (const place of SPEAKER_PLACES) {
    const named = await firstKnown(store, namesWithin(place.exec(question)?.groups?.name ?? ""));
    if (named !== null) return named;
  }
  return null;
}

async function firstKnown(store: QuoteStore, names: readonly string[]): Promise<NamedSpeakers | null> {
  for (const name of names) {
    const speakers = (await store.entitiesNamed(name)).filter(({ quoteCount }) => quoteCount > 0);
    if (speakers.length > 0) return { name, speakers };
  }
  return null;
}

/** The longest first: all of the words, then those without a title in front or the rest of the sentence behind. */
function namesWithin(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const names = words.flatMap((_, start) => words.slice(start).map((_, i) => words.slice(start, start + i + 1)));
  return names.sort((a, b) => b.length - a.length).map((name) => name.join(" ").replace(/[?!.,;:]+$|['’]s$/u, ""));
}
