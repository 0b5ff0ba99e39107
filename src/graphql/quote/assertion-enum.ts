import type { Assertion } from "../../model/quote.ts";
import { describeEnum } from "../describe-enum.ts";

export const AssertionEnum = describeEnum<Assertion>("Assertion", "What an article says of a statement.", {
  ASSERTED: "It was said.",
  DENIED: "That it was said, or that it is so, is denied: “never said”, “denied having said”, “a made-up quote”.",
  REFUSED: "Somebody would not say or do it: “refused to”, “would not promise to”.",
  HYPOTHETICAL: "It might be, or should have been, said.",
  ASKED: "It was asked, not stated.",
});
