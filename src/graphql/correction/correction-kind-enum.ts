import type { CorrectionKind } from "../../model/correction.ts";
import { describeEnum } from "../describe-enum.ts";

export const CorrectionKindEnum = describeEnum<CorrectionKind>("CorrectionKind", "What people put right.", {
  SPEAKER: "Another speaker said the quote.",
  NOBODY: "Nobody by name said it.",
  ASSERTION: "The article denies, refuses, supposes, asks or asserts it.",
  HIDDEN: "It is no quote.",
  MERGED: "Several people are one.",
  SPLIT: "Whoever some articles name is somebody else.",
  RENAMED: "A person is called otherwise.",
});
