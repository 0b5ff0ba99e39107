import { Candidate, type SeenPerson } from "./candidate.ts";

/**
 * Articles that stand for all that name somebody so called in full: those of the smallest ids, which are hashes and so
 * a fair choice. However many articles there are, a new one seldom comes among these, and the people of a name are
 * weighed anew only when it does.
 */
export const SAMPLE_ARTICLES = 64;

/** A person whom articles name in full, and whom a shorter name may mean. */
export class FullNamed extends Candidate {
  /** Keys. */
  readonly firstNames: ReadonlySet<string>;

  constructor(id: string, isFirstName: boolean, seen: readonly SeenPerson[], firstNames: ReadonlySet<string>) {
    super(id, isFirstName, seen);
    this.firstNames = firstNames;
  }
}
