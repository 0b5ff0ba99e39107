import { describeEnum } from "../describe-enum.ts";

export type AttributionTo = "SPEAKER" | "NOBODY" | "ASSERTION";

export const AttributionToEnum = describeEnum<AttributionTo>("AttributionTo", "How a quote is to be told of.", {
  SPEAKER: "As said by another speaker: give `speaker` or `speakerName`.",
  NOBODY: "As said by nobody by name.",
  ASSERTION: "As denied, refused, supposed, asked or said: give `assertion`; DENIED without it.",
});
