import { foldName } from "../../model/fold-name.ts";
import { wordStem } from "../word-stem.ts";

/** The stems of runs of letters and digits, in order, by which texts are compared that are the same words but for some. */
export const plainTokens = (text: string): readonly string[] =>
  (foldName(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(wordStem).filter((token) => token !== "");
