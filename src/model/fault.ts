/** What is wrong, by a name and its parameters. Plain JSON. */
export interface Fault {
  readonly fault: string;
}

/** A sentence or two for each fault of a union: what is wrong, and what to do about it. */
export type WordsOf<F extends Fault> = {
  readonly [Name in F["fault"]]: (fault: Extract<F, { readonly fault: Name }>) => string;
};

/** What words a surface has for a fault. */
export function inWords<F extends Fault>(words: WordsOf<F>, fault: F): string {
  // The table has for each name what takes faults of that name, which the compiler can't follow through a lookup.
  const word = words[fault.fault as F["fault"]] as unknown as (fault: F) => string;
  return word(fault);
}
