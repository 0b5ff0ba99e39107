import type { Entity } from "../../model/entity.ts";
import type { EntitiesByName, NameQuery, QuoteStore } from "../../store/quote-store.ts";
import { SUFFIX_FORMS, suffixesAgree } from "./generational-suffix.ts";
import {
  type FittingName,
  hasTitleLike,
  knownNames,
  matchName,
  matchReading,
  partsOf,
  surnameIn,
  withoutApostrophes,
} from "./match-name.ts";
import { type MendedReading, mendNames } from "./mend-names.ts";
import type { HowNamed, NameMatch } from "./name-match.ts";
import { isTitleWord, type NameReading, readName, type SpokenName } from "./spoken-name.ts";

/** A name, and whom it may mean. */
export interface FoundName {
  readonly spoken: SpokenName;
  /** The most mentioned first. All are of one grade: nobody is added whom a surer way did not find. */
  readonly matches: readonly NameMatch[];
}

/**
 * What fits a name, from the best grade to the worst: a whole name of several words, one word that is a name or a surname,
 * another form of a name, a title (or whoever a transcript calls by it alone: "THE CHAIR:"), and a surname that is a title ("Pope", where
 * nobody holds the title). All that fit equally well are meant, and none that fits worse.
 */
const GRADES: readonly ((fitting: FittingName) => boolean)[] = [
  ({ how, words }) => WHOLE.has(how) && words.length > 1 && !words.every(isTitleWord),
  ({ how, words }) => (WHOLE.has(how) || how === "SURNAME") && !words.every(isTitleWord),
  ({ how }) => how === "OTHER_FORM",
  ({ how, words }) => how === "TITLE" || (how === "NAME" && words.length > 0 && words.every(isTitleWord)),
  () => true,
];
const WHOLE = new Set<HowNamed>(["NAME", "SURNAME_FIRST", "NAME_WITH_TITLE"]);

/** The one way in which names are looked up, many at once (docs/search.md, "How a name is looked up"). */
export async function findByNames(store: QuoteStore, names: readonly string[]): Promise<readonly FoundName[]> {
  return forgiveSlips(store, await findByParts(store, await findSpelledByNames(store, names)));
}

/** Namesakes to look through where a name is nobody's in whole. */
const MAX_NAMESAKES = 50;

/** Those that mean nobody are looked up as parts of longer names: "Herrera", of Ana Herrera Campos. */
const findByParts = (store: QuoteStore, found: readonly FoundName[]): Promise<readonly FoundName[]> =>
  Promise.all(
    found.map(async (one) => {
      const query = surnameSpoken(one.spoken);
      if (one.matches.length > 0 || query === "") return one;
      const page = await store.listEntities({ kind: "PERSON", query }, { first: MAX_NAMESAKES, after: null });
      const named = page.items.map(({ value }) => value).filter((entity) => hasNameWord(entity, query));
      return { ...one, matches: surest(one.spoken, fitsOf(one.spoken, { named, titled: [] })) };
    }),
  );

/** A list goes by the beginnings of words, and forgives slips. */
const hasNameWord = (entity: Entity, word: string): boolean =>
  knownNames(entity).some((name) => name.some((one) => one === word || one.split("-").includes(word)));

/** Of the shortest reading; none where that is a title. */
function surnameSpoken({ readings }: SpokenName): string {
  const surname = surnameIn(readings.at(-1)?.words ?? []);
  return isTitleWord(surname) ? "" : surname;
}

/** The same without forgiving a slip of spelling: for words that need not be a name. */
export async function findSpelledByNames(store: QuoteStore, names: readonly string[]): Promise<readonly FoundName[]> {
  const spoken = names.map(readName);
  const candidates = await store.entitiesByNames(spoken.map(toQuery));
  return spoken.map((name, i) => ({ spoken: name, matches: surest(name, fitsOf(name, candidates[i] ?? NOBODY)) }));
}

export async function findByName(store: QuoteStore, name: string): Promise<readonly NameMatch[]> {
  const [found] = await findByNames(store, [name]);
  return found?.matches ?? [];
}

const NOBODY: EntitiesByName = { named: [], titled: [] };

function toQuery({ text, readings }: SpokenName): NameQuery {
  return { ...namesOf(readings), titles: readings.length === 0 ? [] : [text] };
}

/** Whole names, with "the" too, since a store compares all words; and the surnames that others may have in common. */
function namesOf(readings: readonly NameReading[]): Omit<NameQuery, "titles"> {
  const names = readings.flatMap(({ words }) => spellingsOf(words.join(" ")));
  const whole = readings.filter(({ how }) => how === "NAME").map(({ words }) => `the ${words.join(" ")}`);
  return { names: [...new Set([...names, ...whole])], surnames: [...new Set(readings.flatMap(surnamesOf))] };
}

/** With every suffix that their names may end in. */
function surnamesOf({ words }: NameReading): readonly string[] {
  const { surname, suffix } = partsOf(words);
  const suffixes = suffix === "" ? SUFFIX_FORMS : SUFFIX_FORMS.filter((form) => suffixesAgree(form, suffix));
  return spellingsOf(surname).flatMap((spelling) => [spelling, ...suffixes.map((form) => `${spelling} ${form}`)]);
}

/** With the apostrophe that a paper may leave out, and without it: "O'Dowd" and "ODowd", "D'Arcy" and "DArcy". */
const spellingsOf = (name: string): readonly string[] => [
  ...new Set([name, withoutApostrophes(name), name.replace(/(?<!\S)(o(?=\p{L}{3})|d(?=[aeiou]\p{L}{2}))/gu, "$1'")]),
];

/** An entity, and how well a name fits it. */
interface Fit {
  readonly fitting: FittingName;
  readonly match: NameMatch;
}

function fitsOf(spoken: SpokenName, { named, titled }: EntitiesByName): readonly Fit[] {
  const byName = named.flatMap((entity): readonly Fit[] => {
    const fitting = matchName(spoken, entity);
    return fitting === null ? [] : [{ fitting, match: { entity, how: fitting.how, slip: null } }];
  });
  const how = "TITLE";
  return [
    ...byName,
    ...titled.map((entity) => ({ fitting: { how, words: [] }, match: { entity, how, slip: null } }) as const),
  ];
}

/** Those of the best grade, in their order. */
function surest(spoken: SpokenName, fits: readonly Fit[]): readonly NameMatch[] {
  const isOfGrade = GRADES.find((isOf) => fits.some(({ fitting }) => isOf(fitting)));
  if (isOfGrade === undefined) return [];
  return fittingTitle(
    spoken,
    fits.filter(({ fitting }) => isOfGrade(fitting)).map(({ match }) => match),
  );
}

/** Of several of one name, those who hold the title that stands beside it, if any does: "mayor Brandt". */
function fittingTitle({ readings }: SpokenName, matches: readonly NameMatch[]): readonly NameMatch[] {
  const titled = matches.filter(({ entity }) =>
    readings.some((reading) => hasTitleLike(reading, entity) && matchReading(reading, entity) !== null),
  );
  return titled.length > 0 ? titled : matches;
}

/** The same, where those that mean nobody are looked up once more with one slip of spelling put right. */
export async function forgiveSlips(store: QuoteStore, found: readonly FoundName[]): Promise<readonly FoundName[]> {
  const unknown = found.filter(({ matches }) => matches.length === 0);
  const mended = await mendNames(
    store,
    unknown.map(({ spoken }) => spoken),
  );
  if (mended.every(({ length }) => length === 0)) return found;
  const readings = mended.map((some) => some.map(({ reading }) => reading));
  const candidates = await store.entitiesByNames(readings.map((some) => ({ ...namesOf(some), titles: [] })));
  const misspelt = new Map(
    unknown.map((one, i) => [one, surest(one.spoken, misspeltFits(mended[i] ?? [], candidates[i]?.named ?? []))]),
  );
  return found.map((one) => ({ ...one, matches: misspelt.get(one) ?? one.matches }));
}

const misspeltFits = (mended: readonly MendedReading[], candidates: readonly Entity[]): readonly Fit[] =>
  candidates.flatMap((entity) =>
    mended
      .flatMap(({ reading, slip }): readonly Fit[] => {
        const how = matchReading(reading, entity);
        const match = { entity, how: "MISSPELT", slip } as const;
        return how === null ? [] : [{ fitting: { how, words: reading.words }, match }];
      })
      .slice(0, 1),
  );
