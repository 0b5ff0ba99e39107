import type { ChangeKind } from "../../search/verify/changes.ts";
import { describeEnum } from "../describe-enum.ts";

export const ChangeKindEnum = describeEnum<ChangeKind>("QuoteChangeKind", "What a difference is to its reader.", {
  NEGATION: "A negation was put in or left out.",
  NUMBER: "A number was changed or put in.",
  NAME: "One name stands for another.",
  WORDING: "Other words stand for those that were said.",
  OMISSION: "Words were left out; `isMarked` tells whether an ellipsis says so.",
  ADDITION: "Words were added.",
  ORDER: "The same words stand in another order or place.",
  EDITORIAL: "Words in square brackets, which say of themselves that they are not the speaker's.",
});
