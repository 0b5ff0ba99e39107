import { foldName } from "./fold-name.ts";

/** The words of a name or title as they are compared; the parts of a hyphenated word are words of their own. */
export const nameWords = (name: string): readonly string[] =>
  foldName(name)
    .split(/[\s'-]+/)
    .filter((word) => word !== "");

/** After every word that begins with the same letters: the last code point there is. */
export const endOfPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`;
