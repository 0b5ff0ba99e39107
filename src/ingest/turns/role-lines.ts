import type { TextLine } from "../text-lines.ts";
import { isClause } from "./label.ts";
import { isNameLike } from "./label-name.ts";
import type { Opening } from "./opening.ts";

/** Of the names on lines of their own, so many have a role below them where a transcript has roles. */
const MIN_SHARE = 0.5;
const MIN_ROLES = 2;
/** A longer line is no role, in UTF-16 units. */
const MAX_ROLE = 80;
const ENDS_SENTENCE = /[.!?…:;,]["'”’)]*$/;

/** The line below a name alone says what the speaker is ("Chair of the Harbour Board"), where most names have such a line: it is no word of the turn. */
export function withRoleLines(
  lines: readonly TextLine[],
  byLine: ReadonlyMap<TextLine, Opening>,
): ReadonlyMap<TextLine, Opening> {
  const roles = new Map<TextLine, TextLine>();
  let alone = 0;
  lines.forEach((line, i) => {
    if (!isNameAlone(line, byLine.get(line))) return;
    alone += 1;
    const below = lines[i + 1];
    const behind = lines[i + 2];
    const hasWords = behind !== undefined && !byLine.has(behind);
    if (below !== undefined && !byLine.has(below) && mayBeRole(below.text, hasWords)) roles.set(line, below);
  });
  if (roles.size < MIN_ROLES || roles.size < MIN_SHARE * alone) return byLine;
  return new Map([...byLine].map(([line, opening]) => [line, withRole(opening, roles.get(line))]));
}

const isNameAlone = (line: TextLine, opening: Opening | undefined): boolean =>
  opening !== undefined && opening.wordsFrom === line.end && opening.speaker !== null && opening.role === null;

/** "Owner of the brewery" is one where words follow; in chats it may be all that is said. */
const mayBeRole = (line: string, hasWords: boolean): boolean =>
  line.length <= MAX_ROLE && !ENDS_SENTENCE.test(line) && (isNameLike(line) || (hasWords && isPhrase(line)));

const isPhrase = (line: string): boolean => PHRASE.test(line) && !isClause(line);
const PHRASE = /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}\p{N}'’&/.,-]+){0,9}$/u;

const withRole = (opening: Opening, role: TextLine | undefined): Opening =>
  role === undefined ? opening : { ...opening, role: { start: role.start, end: role.end }, wordsFrom: role.end };
