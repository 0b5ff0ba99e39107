import type { ChunkKind } from "../../model/chunk.ts";
import { describeEnum } from "../describe-enum.ts";

export const ChunkKindEnum = describeEnum<ChunkKind>("ChunkKind", "What a passage is.", {
  QUOTE: "Words that the article puts to somebody.",
  PARAGRAPH: "The article's own words.",
});
