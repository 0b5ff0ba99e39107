import { withParameters } from "./parameters.ts";

/** The words to check, and who is said to have said them. */
export interface ClaimState {
  /** Empty before there is anything to check. */
  readonly text: string;
  /** Empty for anybody. */
  readonly speaker: string;
}

export const readClaim = (parameters: URLSearchParams): ClaimState => ({
  text: parameters.get("text") ?? "",
  speaker: parameters.get("speaker") ?? "",
});

export const verifyAddress = ({ text, speaker }: ClaimState): string =>
  withParameters("/verify", [
    ...(text === "" ? [] : ([["text", text]] as const)),
    ...(speaker === "" ? [] : ([["speaker", speaker]] as const)),
  ]);
