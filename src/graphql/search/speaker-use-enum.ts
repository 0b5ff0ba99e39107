import type { QueryReading } from "../../search/search.ts";
import { describeEnum } from "../describe-enum.ts";

export const SpeakerUseEnum = describeEnum<QueryReading["speakersAre"]>(
  "SpeakerUse",
  "What a search makes of a speaker whom the query names.",
  {
    FILTER: "Only this speaker's words are searched.",
    SPOKEN_FOR: "This speaker is not quoted: all hits were said on behalf of them.",
    MENTIONED:
      "This speaker is not quoted with anything to the query: the hits speak of them, in words of others or in their own on something else.",
    BOOST: "This speaker's words come first, and need not name what is asked about where the words around them do.",
  },
);
