import { titleHead } from "../../model/title-words.ts";
import type { Acquaintance, Candidate, NeighbourKey, SeenPerson } from "./candidate.ts";
import WEIGHTS from "./name-weights.json" with { type: "json" };

/** A candidate with how likely the name means them, 0..1. */
export interface WeighedCandidate<C extends Candidate> {
  readonly candidate: C;
  readonly probability: number;
}

interface Compared {
  readonly name: SeenPerson;
  readonly candidate: Candidate;
  /** Of the candidate in other articles than the name's own. */
  readonly known: Acquaintance;
  readonly field: Field;
}

/** What other articles than the name's own tell of all candidates together. */
interface Field {
  readonly articles: number;
  readonly mentions: number;
  /** For each of those beside the name, in its order, the number of the articles. */
  readonly beside: readonly number[];
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** What is weighed for a candidate. Of nobody known, the alternative to all of them, everything is 0. */
const FEATURES = {
  known: () => 1,
  /** Articles that name the candidate in full, as log(1 + n). */
  articles: ({ known }) => Math.log1p(known.articles),
  /** The candidate's share of all mentions of people so called, as a logarithm. */
  mentionShare: ({ known, field }) => Math.log((known.mentions + 1) / (field.mentions + 1)),
  /** Whether those beside the name stand beside this candidate more than beside the others, as a mean logarithm. */
  company: (compared) => companyOf(compared),
  /** The share of those beside the name who stand beside the candidate anywhere. */
  familiar: ({ name, known }) => shareOf(name.beside, (key) => known.beside.has(key)),
  titleAgrees: ({ name, known }) => Number(compareTitles(name, known) === "SAME"),
  titleDiffers: ({ name, known }) => Number(compareTitles(name, known) === "OTHER"),
  genderAgrees: ({ name, candidate }) => Number(compareGender(name, candidate) === "SAME"),
  genderDiffers: ({ name, candidate }) => Number(compareGender(name, candidate) === "OTHER"),
  samePublisher: ({ name, known }) => Number(name.publisher !== null && known.publishers.has(name.publisher)),
  /** Weeks to the nearest article on the candidate, as log(1 + n). */
  weeks: ({ name, known }) => Math.log1p(daysTo(name, known) / WEEK_DAYS),
  isFirstName: ({ candidate }) => Number(candidate.isFirstName),
} satisfies Readonly<Record<string, (compared: Compared) => number>>;

export const FEATURE_NAMES = Object.keys(FEATURES) as readonly (keyof typeof FEATURES)[];

const LEARNED: readonly number[] = FEATURE_NAMES.map((name) => WEIGHTS.weights[name]);

/**
 * Beside the name the article has the candidate's full name as well. No weight can be learnt for this from names whose
 * first names were left out; two names of one article that were not joined there are one person more often than not.
 */
const NAMED_BESIDE = 1.5;

/** The values of all features for each candidate, in the order of their names. */
export function compareCandidates(name: SeenPerson, candidates: readonly Candidate[]): readonly (readonly number[])[] {
  const known = candidates.map((candidate) => candidate.outside(name.articleId));
  const field = fieldOf(name, known);
  return candidates.map((candidate, i) => {
    const compared = { name, candidate, known: known[i] as Acquaintance, field };
    return FEATURE_NAMES.map((feature) => FEATURES[feature](compared));
  });
}

/** How likely each candidate is meant, the likeliest first; what is missing to 1 is somebody else. */
export function weighCandidates<C extends Candidate>(
  name: SeenPerson,
  candidates: readonly C[],
): readonly WeighedCandidate<C>[] {
  const scores = compareCandidates(name, candidates).map((values, i) => {
    const isBeside = candidates[i]?.isIn(name.articleId) === true;
    return values.reduce((sum, value, f) => sum + value * (LEARNED[f] ?? 0), isBeside ? NAMED_BESIDE : 0);
  });
  const odds = scores.map(Math.exp);
  const total = odds.reduce((sum, one) => sum + one, 1);
  return candidates
    .map((candidate, i) => ({ candidate, probability: rounded((odds[i] ?? 0) / total) }))
    .sort((a, b) => b.probability - a.probability || (a.candidate.id < b.candidate.id ? -1 : 1));
}

/** Sums differ in their last digits by the order that articles came in, which must decide nothing. */
const rounded = (probability: number): number => Math.round(probability * 1e6) / 1e6;

function fieldOf(name: SeenPerson, known: readonly Acquaintance[]): Field {
  return {
    articles: sumOf(known, ({ articles }) => articles),
    mentions: sumOf(known, ({ mentions }) => mentions),
    beside: name.beside.map((key) => sumOf(known, ({ beside }) => beside.get(key) ?? 0)),
  };
}

function companyOf({ name, known, field }: Compared): number {
  let sum = 0;
  let met = 0;
  for (const [i, key] of name.beside.entries()) {
    const all = field.beside[i] ?? 0;
    if (all === 0) continue;
    const mine = ((known.beside.get(key) ?? 0) + 0.5) / (known.articles + 1);
    sum += Math.log(mine / ((all + 0.5) / (field.articles + 1)));
    met += 1;
  }
  return met === 0 ? 0 : sum / met;
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function shareOf(keys: readonly NeighbourKey[], holds: (key: NeighbourKey) => boolean): number {
  return keys.length === 0 ? 0 : keys.filter(holds).length / keys.length;
}

type Comparison = "SAME" | "OTHER" | "UNKNOWN";

/** By the offices that the titles name. */
function compareTitles({ titles }: SeenPerson, { offices }: Acquaintance): Comparison {
  if (titles.length === 0 || offices.size === 0) return "UNKNOWN";
  return titles.some((title) => offices.has(titleHead(title))) ? "SAME" : "OTHER";
}

const compareGender = ({ gender }: SeenPerson, candidate: Candidate): Comparison =>
  gender === null || candidate.gender === null ? "UNKNOWN" : gender === candidate.gender ? "SAME" : "OTHER";

/** Days to the nearest in time; 0 where a date is missing. */
function daysTo({ publishedAt }: SeenPerson, { times }: Acquaintance): number {
  if (publishedAt === null || times.length === 0) return 0;
  const at = Date.parse(publishedAt);
  return times.reduce((nearest, time) => Math.min(nearest, Math.abs(time - at)), Number.POSITIVE_INFINITY) / DAY_MS;
}
