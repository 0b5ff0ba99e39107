import type { QueryReading } from "../../search/search.ts";
import { describeEnum } from "../describe-enum.ts";

export const SpeakerUseEnum = describeEnum<QueryReading["speakersAre"]>(
  "SpeakerUse",
  "What a search makes of a speaker whom the query names.",
  {
    FILTER: "Only this speaker's words are searched.",
    BOOST: "This speaker's words come first, and need not name what is asked about where the words around them do.",
  },
);
