import fc from "fast-check";
import { SeededRandom } from "../bench/seeded-random.ts";
import { changeText } from "./change-text.ts";
import { hostileText } from "./hostile-text.ts";
import { KeptTexts } from "./kept-texts.ts";
import { ReachedCode } from "./reached-code.ts";

export type Target = (text: string) => Promise<void>;

export interface FuzzOutcome {
  readonly texts: number;
  /** Blocks of our code, with how often they ran as a power of two. */
  readonly reached: number;
  /** Texts that were kept, for they reached what none before had. */
  readonly kept: number;
  /** The text that broke it, made as short as it can be, and how; null where none did. */
  readonly broken: { readonly text: string; readonly error: unknown } | null;
}

interface FuzzRun {
  readonly seed: number;
  readonly ms: number;
}

const MAX_PIECES = 120;
/** Texts to begin with. */
const FIRST_TEXTS = 200;
/** Of so many texts one is new and no change of another. */
const NEW_ONE_OF = 8;
/** Texts between two looks at what was reached, while nothing new comes of them. */
const MOST_AT_ONCE = 64;
/** Of this process at work, so that others on the machine do not count. For some tens of thousands of characters: what takes longer is not linear. */
const SLOWEST_MS = 5_000;
const US_PER_MS = 1_000;

/** Tries texts for so long. Those that reach code that none before has reached are kept, and changed to reach more. */
export async function fuzzTarget(target: Target, { seed, ms }: FuzzRun): Promise<FuzzOutcome> {
  const reached = new ReachedCode();
  const kept = new KeptTexts(reached);
  const next = textsFrom(kept.texts, seed);
  let [tried, atOnce] = [0, 1];
  const outcome = (broken: FuzzOutcome["broken"]) => ({
    ...{ texts: tried, reached: kept.reachedCount, kept: kept.texts.length },
    broken,
  });
  try {
    for (const until = performance.now() + ms; performance.now() < until; ) {
      const texts = Array.from({ length: atOnce }, next);
      for (const text of texts) {
        tried += 1;
        const error = await failureOf(target, text);
        if (error !== null) return outcome({ text: await shortest(target, text), error });
      }
      const news = await kept.keepNew(texts, (text) => failureOf(target, text));
      atOnce = news > 0 ? Math.ceil(atOnce / 2) : Math.min(2 * atOnce, MOST_AT_ONCE);
    }
    return outcome(null);
  } finally {
    reached.close();
  }
}

/** New ones first, then mostly changes of those that were kept. */
function textsFrom(kept: readonly string[], seed: number): () => string {
  const random = new SeededRandom(seed);
  const fresh = newTexts(seed);
  let given = 0;
  return () => {
    given += 1;
    const isNew = given <= FIRST_TEXTS || kept.length === 0 || random.between(1, NEW_ONE_OF) === 1;
    return isNew ? fresh() : changeText(random.oneOf(kept), random.oneOf(kept), random);
  };
}

/** The same ones for the same seed. */
function newTexts(seed: number): () => string {
  const texts = fc.sample(hostileText(MAX_PIECES), { seed, numRuns: FIRST_TEXTS }).values();
  let next = seed;
  return () => {
    const { value } = texts.next();
    if (value !== undefined) return value;
    next += 1;
    return fc.sample(hostileText(MAX_PIECES), { seed: next, numRuns: 1 })[0] ?? "";
  };
}

/** Null where it keeps its promises, in time. */
async function failureOf(target: Target, text: string): Promise<unknown> {
  const before = process.cpuUsage();
  try {
    await target(text);
  } catch (error) {
    return error ?? new Error("It threw nothing.");
  }
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / US_PER_MS;
  return took > SLOWEST_MS ? new Error(`${text.length} characters took ${Math.round(took)} ms.`) : null;
}

/** Leaves out halves, quarters and so on for as long as it breaks (Zeller and Hildebrandt 2002, "Simplifying and isolating failure-inducing input"). */
async function shortest(target: Target, text: string): Promise<string> {
  let short = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < short.length; ) {
      const without = short.slice(0, at) + short.slice(at + size);
      if ((await failureOf(target, without)) === null) at += size;
      else short = without;
    }
  }
  return short;
}
