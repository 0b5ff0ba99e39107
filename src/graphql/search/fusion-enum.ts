import type { Fusion } from "../../search/fuse.ts";
import { describeEnum } from "../describe-enum.ts";

export const FusionEnum = describeEnum<Fusion>("Fusion", "How the signals of a search are put together.", {
  SCORES: "Their scores are added up, on one scale: the better way, and the one whose pages stay put.",
  RANKS:
    "By the places that each gives (reciprocal rank fusion), to compare. What is written meanwhile may shift pages.",
});
