import type { Span } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import { namesWithin } from "../entities/names-within.ts";
import type { NamedMention } from "../entities/read-names.ts";

/** What hangs a name on another noun: "a spokesman for Ana Rehn" is not Ana Rehn. */
const HANGS_ON = /(?:^|\s)(?:for|of|from|at|with|to|by|in|on|to|behind|under|against)\s+(?:\S+\s+){0,2}$/;
/** How far back a preposition may hang a name on another noun, in UTF-16 units: it and two words more. */
const REACH = 80;
const OWNS = /^['’]s?\s/;

/** Whom a source names, its first person before its first organization; null when the name is only beside the one who speaks. */
export function namedSpeaker(text: string, source: Span, names: readonly NamedMention[]): EntityCluster | null {
  const speaking = namesWithin(names, source)
    .filter(({ mention }) => !HANGS_ON.test(text.slice(Math.max(source.start, mention.start - REACH), mention.start)))
    .filter(({ mention }) => !OWNS.test(text.slice(mention.end, mention.end + 3)))
    .map(({ cluster }) => cluster);
  return speaking.find(({ kind }) => kind === "PERSON") ?? speaking.find(({ kind }) => kind === "ORGANIZATION") ?? null;
}
