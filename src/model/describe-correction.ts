import { namesInWords } from "./attribution.ts";
import type { Correction } from "./correction.ts";
import { formatDate } from "./format-date.ts";
import type { Assertion } from "./how-told.ts";

/**
 * `corrected on 2 June 2031 by Edda: put to Tom Okafor, before to Lena Marsh (the recording tells)`, as every surface shows it, and behind that
 * `; undone on 3 June 2031 by Edda` where it was.
 */
export function describeCorrection(correction: Correction): string {
  const { at, by, reason, undone } = correction;
  const why = reason === null ? "" : ` (${reason})`;
  const since = undone === null ? "" : `; undone on ${formatDate(undone.at)} by ${undone.by}`;
  return `corrected on ${formatDate(at)} by ${by}: ${describeChange(correction)}${why}${since}`;
}

/** `put to Tom Okafor, before to Lena Marsh` */
function describeChange({ change, before }: Pick<Correction, "change" | "before">): string {
  const former = namesInWords(before.names) ?? "nobody";
  switch (change.kind) {
    case "SPEAKER":
      return `put to ${change.speaker.name}, before to ${former}`;
    case "NOBODY":
      return `put to nobody by name, before to ${former}`;
    case "ASSERTION":
      return `told as ${TOLD_AS[change.assertion]}, before as ${TOLD_AS[before.assertion ?? "ASSERTED"]}`;
    case "HIDDEN":
      return `hidden as no quote, before put to ${former}`;
    case "MERGED":
      return `${namesInWords(change.people.map(({ name }) => name))} and ${change.into.name} are one`;
    case "SPLIT":
      return `${change.into.name} told apart from ${change.from.name}`;
    case "RENAMED":
      return `called ${change.name}, before ${former}`;
  }
}

const TOLD_AS: Readonly<Record<Assertion, string>> = {
  ASSERTED: "said",
  DENIED: "denied",
  REFUSED: "refused",
  HYPOTHETICAL: "supposed",
  ASKED: "asked",
};
