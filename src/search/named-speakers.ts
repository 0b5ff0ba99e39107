import type { Entity } from "../model/entity.ts";
import type { QuoteStore } from "../store/quote-store.ts";

/** Words of a name, with a title before it: "President of the Republic of Kestria Teodor Maravin" is seven. */
const MAX_NAME_WORDS = 7;
const NAME = String.raw`(?<name>\S+(?:\s+\S+){0,${MAX_NAME_WORDS - 1}}?)`;
/** A name and whatever follows. */
const NAME_AND_MORE = String.raw`(?<more>\S+(?:\s+\S+){0,${MAX_NAME_WORDS - 1}})`;

/** What people do with words, in the form that a question puts it: "did Orlanov say". */
const SAY =
  "say|said|tell|told|think|believe|feel|mean|want|hope|expect|claim|argue|propose|promise|warn|suggest|recommend|explain|elaborate|justify|defend|answer|reply|respond|react|comment|speak|talk|discuss|mention|state|stress|emphasi[sz]e|insist|announce|declare|demand|urge|ask|agree|disagree|object|oppose|support|complain|criticize|criticise|deny|admit|describe|call";
/** The same in the form that follows a name: "Orlanov said". */
const SAYS = `said|told|thought|felt|meant|spoke|denied|denies|justifie[sd]|(?:${SAY})e?[sd]`;
/** What somebody's words are called. */
const WORDS = "views?|opinions?|position|stance|answers?|reply|response|reaction|statements?|comments?|remarks|words";
/** Where a question names who speaks: in front of what they do, behind "according to", or as those whose words they are. */
const SPEAKER_PLACES: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:did|does|do|has|have|had|would|will)\s+${NAME}\s+(?:${SAY})\b`, "iu"),
  new RegExp(String.raw`\baccording to\s+${NAME_AND_MORE}`, "iu"),
  new RegExp(String.raw`\b(?:is|was|were|are|about|summari[sz]e)\s+${NAME}['’]s?\s+(?:${WORDS})\b`, "iu"),
  new RegExp(String.raw`^${NAME}\s+(?:${SAYS}|on|about)\s`, "iu"),
  new RegExp(String.raw`\bwhat\s+${NAME}\s+(?:${SAYS})\b`, "iu"),
];

/** Who a query says should speak. */
export interface NamedSpeakers {
  readonly speakers: readonly Entity[];
  /** What is left of the query: without what names them, and the words that say that they speak. */
  readonly matter: string;
}

/** What of a query names somebody, each by name ("Orlanov") or title ("Environment Minister"). */
interface Named {
  readonly names: readonly string[];
  readonly speakers: readonly Entity[];
}

/** Who a question says should speak, by name or title, where they are quoted; null where it names nobody. */
export async function findNamedSpeakers(store: QuoteStore, question: string): Promise<NamedSpeakers | null> {
  for (const place of SPEAKER_PLACES) {
    const match = place.exec(question);
    const { name, more = "" } = match?.groups ?? {};
    const named = await knownIn(store, name ?? more);
    if (match === null || named === null) continue;
    const before = question.slice(0, match.index);
    const rest = named.names.reduce((left, one) => left.replace(one, " "), more);
    const behind = question.slice(match.index + match[0].length);
    return { speakers: named.speakers, matter: [before, rest, behind].join(" ").trim() };
  }
  return null;
}

/** Several where each part of an enumeration names somebody: "Orlanov and the mayor", not "minister of trade and industry". */
async function knownIn(store: QuoteStore, text: string): Promise<Named | null> {
  const parts = text.split(/,|\band\b/iu).filter((part) => part.trim() !== "");
  if (parts.length < 2) return firstKnown(store, namesWithin(text));
  const each = await Promise.all(parts.map((part) => firstKnown(store, namesWithin(part))));
  const named = each.filter((one) => one !== null);
  if (named.length < parts.length) return firstKnown(store, namesWithin(text));
  const speakers = new Map(named.flatMap((one) => one.speakers).map((speaker) => [speaker.id, speaker]));
  return { names: named.flatMap(({ names }) => names), speakers: [...speakers.values()] };
}

/** A person's name says more than the title beside it, and a title more than the organization or place that it is of. */
async function firstKnown(store: QuoteStore, names: readonly string[]): Promise<Named | null> {
  const byName = (name: string) => store.entitiesNamed(name);
  const isPerson = ({ kind }: Entity) => kind === "PERSON";
  return (
    (await firstQuoted(names, async (name) => (await byName(name)).filter(isPerson))) ??
    (await firstQuoted(names, (title) => store.entitiesTitled(title))) ??
    (await firstQuoted(names, byName))
  );
}

async function firstQuoted(
  names: readonly string[],
  entitiesCalled: (name: string) => Promise<readonly Entity[]>,
): Promise<Named | null> {
  for (const name of names) {
    const speakers = (await entitiesCalled(name)).filter(({ quoteCount }) => quoteCount > 0);
    if (speakers.length > 0) return { names: [name], speakers };
  }
  return null;
}

/** The longest first: all of the words, then those without a title in front or the rest of the sentence behind. */
function namesWithin(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const names = words.flatMap((_, start) => words.slice(start).map((_, i) => words.slice(start, start + i + 1)));
  return names.sort((a, b) => b.length - a.length).map((name) => name.join(" ").replace(/[?!.,;:]+$|['’]s$/u, ""));
}
