import type { DiffKind } from "../../search/verify/segments.ts";
import { describeEnum } from "../describe-enum.ts";

export const DiffKindEnum = describeEnum<DiffKind>("DiffKind", "How a stretch of a claim lies beside the source.", {
  EQUAL: "The same words on both sides.",
  INSERT: "The claim has words that the source lacks.",
  DELETE: "The source has words that the claim lacks.",
  REPLACE: "The claim has other words than the source.",
});
