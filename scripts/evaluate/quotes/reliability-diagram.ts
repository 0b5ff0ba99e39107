import type { ConfidenceBin } from "./calibration.ts";

/** Characters for the whole range from 0 to 1. */
const WIDTH = 40;

/**
 * A reliability diagram in plain text (DeGroot and Fienberg 1983): a row for each bin of confidence. The bar is as long
 * as the share that was right, `|` stands at the mean of what was stated; where the bar ends at it the two agree.
 */
export function reliabilityDiagram(bins: readonly ConfidenceBin[]): string {
  const marks = [".25", ".5", ".75", "1"].map((mark) => mark.padStart(WIDTH / 4)).join("");
  return [`stated     right  0${marks}`, ...bins.map(row)].join("\n");
}

function row({ from, to, confidence, right }: ConfidenceBin): string {
  const marks = [...Array(WIDTH + 1).keys()].map((i) =>
    i === column(confidence) ? "|" : i < column(right) ? "=" : " ",
  );
  return `${from.toFixed(1)}-${to.toFixed(1)}    ${right.toFixed(3)}  ${marks.join("").trimEnd()}`;
}

const column = (part: number): number => Math.round(part * WIDTH);
