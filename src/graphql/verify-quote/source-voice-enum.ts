import type { SourceVoice } from "../../search/verify/quote-verification.ts";
import { describeEnum } from "../describe-enum.ts";

export const SourceVoiceEnum = describeEnum<SourceVoice>("SourceVoice", "Whose words an article gives.", {
  SPOKEN: "Somebody's own words, in quotation marks or in a speech.",
  REPORTED: "The article's account of what somebody said, in the article's words.",
  NARRATION: "The article's own words: nobody is said to have said them.",
});
