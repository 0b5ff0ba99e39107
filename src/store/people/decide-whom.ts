import type { SeenPerson } from "./candidate.ts";
import type { FullNamed } from "./full-named.ts";
import { weighCandidates } from "./whom-a-name-means.ts";

/**
 * From this likelihood on a name is taken for the person. Of the people of PolNeAR train with their first names left out
 * 94 % of those tied at .6 are right and 86 % are found; 92 and 90 at .5, 97 and 78 at .8 (npm run train:people).
 */
const SURE = 0.6;
/** Less likely people are not worth telling of. */
const POSSIBLE = 0.1;
const MAX_POSSIBLE = 3;

/** A name without a first name, as one article has it. */
export interface NameToSettle {
  /** The id that it has while it means nobody else. */
  readonly groupId: string;
  /** An initial, where the article gives one. */
  readonly first: string | null;
  readonly seen: SeenPerson;
}

/** Whom a name means: an entity's id, or those whom it may mean where nothing decides. */
export interface Decision {
  readonly entityId: string;
  readonly mayBe: readonly string[];
}

/** Whom of these people a name means. @param known The id of whom people or the authority file say that it is. */
export function decideWhom(name: NameToSettle, people: readonly FullNamed[], known: string | null): Decision {
  if (known !== null) return { entityId: known, mayBe: [] };
  const possible = people.filter(({ firstNames }) => agrees(name, firstNames));
  const weighed = weighCandidates(name.seen, possible);
  const [best] = weighed;
  if (best !== undefined && best.probability >= SURE) return { entityId: best.candidate.id, mayBe: [] };
  const mayBe = weighed.filter(({ probability }) => probability >= POSSIBLE).slice(0, MAX_POSSIBLE);
  return { entityId: name.groupId, mayBe: mayBe.map(({ candidate }) => candidate.id) };
}

/** "A. Rehn" is no Bo. */
function agrees({ first }: NameToSettle, firstNames: ReadonlySet<string>): boolean {
  return first === null || [...firstNames].some((name) => name.startsWith(first));
}
