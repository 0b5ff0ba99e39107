import { type Span, spanText } from "../../model/span.ts";
import type { TextLine } from "../text-lines.ts";
import { isPersonal, isUnnamed } from "./label-name.ts";
import { labelColon } from "./layouts/colon-labels.ts";
import { NAME_RUN } from "./name-runs.ts";
import type { Opening } from "./opening.ts";

/** Behind the name, at most what the person is: "Vera Stolt, historian", "Vera Stolt (VS)". */
const NAME_ALONE = new RegExp(String.raw`^\s*(?:=\s*)?(${NAME_RUN.source})(?:,[^.!?]{1,60}|\s*\([^()]{1,60}\))?$`, "u");

/** What somebody is in a talk; "NORA: Vera Stolt" is the cast of a play. */
const PART =
  /^(?:(?:co-?)?host|guest|(?:co-?)?presenter|anchor|moderator|chair|witness|counsel|facilitator|examiner|researcher|narrator)(?: \d)?$/i;

/** Whether a label tells of a part in a talk: "Moderator", "Host". */
export const isPart = (label: string): boolean => PART.test(label);

/**
 * "Interviewer: Vera Stolt" above a transcript says whose words those of the interviewer are, and is no turn: where such lines stand
 * before all others, the same label further down is that person.
 */
export function withNamesForRoles(
  text: string,
  lines: readonly TextLine[],
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const names = new Map<string, Span>();
  const keys = new Set<TextLine>();
  for (const line of lines) {
    const name = byLine.has(line) ? keyedName(text, line) : null;
    if (name === null && byLine.has(line)) break;
    if (name === null) continue;
    names.set(labelOf(line), name);
    keys.add(line);
  }
  const turns = [...byLine].filter(([line]) => !keys.has(line));
  return new Map(turns.map(([line, opening]) => [line, named(line, opening, names)]));
}

function named(line: TextLine, opening: Opening, names: ReadonlyMap<string, Span>): Opening {
  const name = names.get(labelOf(line));
  return name === undefined ? opening : { ...opening, speaker: name };
}

/** The name for which the label of a line stands; null where the line is no such key. */
function keyedName(text: string, line: TextLine): Span | null {
  const colon = labelColon(line.text);
  const name = colon < 0 ? null : NAME_ALONE.exec(line.text.slice(colon + 1));
  const label = labelOf(line);
  if (!name?.[1] || !(isUnnamed(label) || isPart(label))) return null;
  const start = line.start + colon + 1 + name[0].indexOf(name[1]);
  const span = { start, end: start + name[1].length };
  return isPersonal(spanText(text, span)) ? span : null;
}

const labelOf = ({ text }: TextLine): string =>
  text
    .slice(0, Math.max(0, labelColon(text)))
    .replace(/[*_\s]+/g, " ")
    .trim()
    .toUpperCase();
