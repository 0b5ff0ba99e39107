import { isOrganizationWord } from "./name-words.ts";
import { isRole } from "./role-nouns.ts";

/** What a noun that is no name tells of whoever speaks. */
export type NounKind = "ROLE" | "BODY" | "UTTERANCE" | "OTHER";

/**
 * Nouns for what somebody says, writes or publishes: "Rehn's letter said" is Rehn speaking, "the poll found" those who made it. Own list, from the
 * nouns that newsroom style guides name for statements and documents.
 */
const UTTERANCES: ReadonlySet<string> = new Set(
  (
    "statement letter email e-mail mail note memo memoir book speech remark remarks comment comments tweet tweets post posts message " +
    "testimony interview column article essay op-ed editorial report reports study survey poll polls video ad advertisement lawsuit suit complaint filing brief " +
    "release announcement argument claim claims proposal plan platform promise pledge answer response reply words view views opinion " +
    "position call demand warning criticism account version assertion allegation allegations contention documents document records data"
  ).split(" "),
);

/** Nouns in small letters for bodies, which end no name and so stand in no other list: "the newspaper said". Own list. */
const BODIES: ReadonlySet<string> = new Set(
  (
    "newspaper paper magazine tabloid daily weekly publication outlet website site broadcaster station channel programme publisher " +
    "company firm business manufacturer maker retailer chain airline carrier lender insurer brand startup " +
    "charity nonprofit thinktank think-tank watchdog faction camp delegation panel jury watchdog regulator"
  ).split(" "),
);

/** "Orbit magazine", "the Varda news agency": behind a name these say what bears it, and are no body beside it. */
const PUBLICATION =
  /^(?:newspaper|magazine|tabloid|daily|weekly|journal|website|site|blog|broadcaster|network|agency)$/;

export const isPublication = (lower: string): boolean => PUBLICATION.test(lower);

/** "The city of Velm": before a place's name these say what bears it. */
const TERRITORY =
  /^(?:city|town|village|borough|district|county|province|region|state|republic|kingdom|nation|island)$/;

export const isTerritory = (lower: string): boolean => TERRITORY.test(lower);

export function nounKind(lower: string): NounKind {
  const singular = lower.replace(/s$/, "");
  if (BODIES.has(lower) || BODIES.has(singular)) return "BODY";
  if (isRole(lower) || isRole(singular)) return "ROLE";
  if (UTTERANCES.has(lower) || UTTERANCES.has(singular)) return "UTTERANCE";
  return isOrganizationWord(lower) || isOrganizationWord(singular) ? "BODY" : "OTHER";
}
