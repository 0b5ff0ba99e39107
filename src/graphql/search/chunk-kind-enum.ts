import type { ChunkKind } from "../../model/chunk.ts";
import { describeEnum } from "../describe-enum.ts";

export const ChunkKindEnum = describeEnum<ChunkKind>("ChunkKind", "What a passage is.", {
  QUOTE: "A passage in which somebody says something, with who says it, or a turn of a transcript.",
  PARAGRAPH: "A passage in which nobody says anything.",
});
