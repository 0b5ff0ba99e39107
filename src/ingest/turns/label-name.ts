/** Small words within an office: "Secretary of State for Transport". */
const JOINING_WORDS = new Set("of the and for to in at on &".split(" "));

/** Small words within a name, in whatever language: "Van der Berg", "María de los Ángeles", "Piet van 't Hoff". */
const PARTICLES = new Set(
  (
    "de la le les du des da do dos das del della delle degli dello dei di dal dalla lo los las i y e van von vom der den dem ter ten te zu zum zur " +
    "af av ap bin bint ben ibn ould al el ul 't ’t op het"
  ).split(" "),
);

/** Heads of lists, notes and newspaper furniture, in the place where a name would stand. */
const NO_NAMES = new Set(
  (
    "by so but now and yes no well or if then thus because there here it he she they we you i this that these those all " +
    "name age city job pay occupation hometown born position party height weight note update updated related read more watch source sources photo photos image caption correction editor's editor summary background here " +
    "location date time when where what why how who exclusive breaking analysis opinion report video audio tickets price " +
    "contact email phone tel website example first second third finally conclusion result results see also " +
    "pros cons tip tips warning fact myth issue topic verdict rating method methods abstract keywords published recorded duration subject " +
    "today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday step part chapter section figure table"
  ).split(" "),
);

/** Whether the first word is the head of a list or a note, and nobody's name. */
export const isNoName = (words: string): boolean => NO_NAMES.has(firstWord(words));

const OFFICE =
  /^(?:the\s|acting\s)|\b(?:secretary|minister|president|chair|chairman|chairwoman|chairperson|speaker|leader|chancellor|commissioner|officer|clerk|solicitor|advocate|attorney|whip|dean|mayor|governor|director|treasurer)\b/i;

/** Whether words with capitals name an office: "Chairwoman", "Vice President". */
export const isOffice = (words: string): boolean => OFFICE.test(words);

/** In small letters, without a comma behind it. */
const firstWord = (words: string): string => (/^\S+/.exec(words)?.[0] ?? "").toLowerCase().replace(/,$/, "");

/** Words for somebody who is heard and not known. */
const HEARD =
  "speakers?|participants?|voices?|persons?|panell?ists?|callers?|guests?|respondents?|reporters?|journalists?|questioner|students?|" +
  "audience(?: members?)?|(?:wo)?m[ae]n|boy|girl|operator|narrator|crowd|protesters?|group|interviewers?|interviewees?|members?|senators?";

/** Who speaks under such a label is not named, whatever stands behind it. */
const UNNAMED: readonly RegExp[] = [
  /^(?:unidentified|unknown|unnamed|anonymous|unidentifiable)\b/i,
  // The Speaker of a house is an office, "SPEAKER 2" is nobody known.
  /^speaker[\s_]*(?:#?\d+|[A-Z])$/i,
  new RegExp(
    String.raw`^(?:(?:fe)?male |off-?screen |911 |emergency )?(?!speaker$)(?:${HEARD})(?:[\s_]*#?\d+| [A-Z])?$`,
    "i",
  ),
  new RegExp(
    String.raw`^(?:an?|some|several|multiple|various|other|hon\.?|honou?rable|opposition|government) (?:hon\.? |honou?rable )?(?:${HEARD})$`,
    "i",
  ),
  // "A VOICE FROM THE GALLERY", "An Hon. Member"; "A few things: ..." is none.
  /^An? (?:(?:\p{Lu}[\p{L}.’'-]*|of|from|in|the|for)(?: |$)){1,6}$/u,
  /^A(?:N)? (?:\p{Lu}+(?: |$)){1,6}$/u,
  /^(?:all|both|press|media|translator|interpreter|announcer|automated voice)$/i,
];

const FORM_OF_ADDRESS =
  /^(?:mr|mrs|ms|miss|mme|mlle|herr|frau|shri|smt|shrimati|dr|prof|sir|lord|lady|baroness|hon|sen|rep|rev|gen|col|senator|president|minister|judge|justice|the)\b|^M\. /i;

const WORD = /^[\p{L}\p{N}.'’`&/#_-]+,?$/u;
const MAX_WORDS = 12;
/** More in capitals are a head ("RED STATES OUTNUMBER BLUE STATES FOR ..."). */
const MAX_WORDS_IN_CAPITALS = 6;
const MAX_CHARACTERS = 80;

/** Tobias “Toby” Rehn */
const NICKNAME = /(?<=\S) ["“‘'(]\p{Lu}[\p{L}.-]{1,20}["”’')](?= \S)/u;

export const isUnnamed = (name: string): boolean => UNNAMED.some((pattern) => pattern.test(name.trim()));

/** Whether words could name a person or an office: capitals, with small words between, and no sentence's sign. */
export function isNameLike(name: string): boolean {
  const trimmed = name.trim().replace(NICKNAME, "");
  if (trimmed.length > MAX_CHARACTERS) return false;
  if (isUnnamed(trimmed)) return true;
  const words = trimmed.split(/\s+/);
  if (words.length > MAX_WORDS || !/^\p{Lu}/u.test(trimmed) || (isNoName(trimmed) && !isOffice(trimmed))) return false;
  if (words.length > MAX_WORDS_IN_CAPITALS && !/\p{Ll}/u.test(trimmed)) return false;
  return isOfNameWords(trimmed) && words.slice(0, -1).every(mayGoOn);
}

/** Whether each word could be one of a name or an office, however many they are: "THE MINISTER OF STATE IN THE MINISTRY OF WATER". */
export const isOfNameWords = (words: string): boolean => words.trim().split(/\s+/).every(isWordOfName);

const isWordOfName = (word: string): boolean => WORD.test(word) && (/^[\p{Lu}\p{N}#]/u.test(word) || isSmall(word));

/** A full stop within a name is that of initials or a short title. */
const mayGoOn = (word: string): boolean => !word.endsWith(".") || word.length <= 5 || INITIALS.test(word);
const INITIALS = /^(?:\p{Lu}\.)+$/u;

/** "d'Entremont", "al-Rehn", "pro tempore" begin small. */
const isSmall = (word: string): boolean =>
  JOINING_WORDS.has(word.toLowerCase()) ||
  PARTICLES.has(word.toLowerCase()) ||
  /^(?:d['’]|al-|el-)\p{Lu}/u.test(word) ||
  /^(?:pro|tempore)$/.test(word);

/**
 * Where the name begins behind a role in small letters ("First officer Rehn"), in UTF-16 units; null where there is none. "A word to
 * Rehn" has none: what leads to a name is no role.
 */
export function nameBehindRole(label: string): number | null {
  const role = ROLE_BEFORE.exec(label)?.[0];
  if (role === undefined || !isNameLike(label.slice(role.length))) return null;
  const words = role.trim().toLowerCase().split(/\s+/);
  return (isNoName(role) && !ORDINAL.test(words[0] ?? "")) || JOINING_WORDS.has(words.at(-1) ?? "")
    ? null
    : role.length;
}

const ORDINAL = /^(?:first|second|third)$/;
const ROLE_BEFORE = /^\p{Lu}[\p{Ll}-]+(?:\s+[\p{Ll}-]+){1,4}\s+(?=\p{Lu})/u;

/** Whether it looks like a person's rather than a thing's: two words or more, or a form of address. */
export const isPersonal = (name: string): boolean =>
  FORM_OF_ADDRESS.test(name) || /^\p{Lu}[\p{L}.'’-]+(?:\s+\S+)*\s+\p{Lu}[\p{L}'’-]+$/u.test(name);

/** A name as it is compared: "Ms. Ana Rehn" and "ANA REHN" are one. */
export const comparable = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:(?:mr|mrs|ms|miss|mme|mlle|herr|frau|shri|smt|shrimati|dr|the|hon|sen|rep|prof)\b\.?\s*)+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
