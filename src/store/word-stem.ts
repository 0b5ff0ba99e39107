import { stemmer } from "stemmer";
import { foldName } from "../model/fold-name.ts";

/** Signs that are part of a word: "c++", "9/11", "u.s" have no other form. */
const HAS_SIGN = /[\0.&+#/]/;

/** The form in which words are compared: "meetings" and "meeting" are one. Porter's stem of the folded word. */
export const wordStem = (word: string): string => (HAS_SIGN.test(word) ? word : stemmer(foldName(word)));
