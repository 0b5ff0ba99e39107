import { foldName } from "../../../src/model/fold-name.ts";

/** Forms of address that are no part of a name, of hearings and parliaments too ("the Right Honourable"). */
const ADDRESS = /\b(?:the|right|honou?rable|hon|mr|mrs|ms|miss|dr|sir|professor|prof)\b/g;

/**
 * Whether a canonical name is the annotated one, forms of address, case and accents aside. Where the text never gives
 * the annotated name in full, the surname is enough.
 */
export function isSameSpeaker(found: string | null, annotated: string, text: string): boolean {
  const [given, wanted] = [bareName(found ?? ""), bareName(annotated)];
  if (given === wanted) return true;
  return given !== "" && !text.includes(annotated) && surname(given) === surname(wanted);
}

const bareName = (name: string): string => foldName(foldName(name).replace(ADDRESS, " "));

const surname = (bare: string): string | undefined => bare.split(" ").at(-1);
