import type { StatementVoice } from "../../search/answer/answer.ts";
import { describeEnum } from "../describe-enum.ts";

export const StatementVoiceEnum = describeEnum<StatementVoice>("StatementVoice", "Whose words a statement gives.", {
  SPOKEN: "The speaker's own words, all of them.",
  REPORTED: "The article's account of what was said; only what stands in quotation marks in it is the speaker's own.",
});
