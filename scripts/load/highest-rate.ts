import type { LoadFigures, Steadiness, SteadyAsker } from "./ask-steadily.ts";

const FIRST_RATE = 10;
/** How long each rate is tried on the way up. */
const TRIAL_S = 10;
/** Rates that are tried lie so far apart, as a share. */
const STEP = 1.15;
const MOST_TRIALS = 25;
/** A rate is kept up where so many of a thousand questions at most are shed or fail. */
const LOST_PER_THOUSAND = 1;

/** What counts as kept up, and for how long. */
export interface Keeping {
  /** The longest p99 that is good enough, in milliseconds. */
  readonly limit: number;
  readonly seconds: number;
  /** Hears of each trial. */
  readonly onTrial: (name: string, figures: LoadFigures) => void;
}

/**
 * The highest rate that is kept up for all of the time, in requests a second: tried higher and higher for ten seconds each, until one is not kept up twice, and
 * then lower and lower for the whole time. A machine that is nearly full keeps up for some seconds what it does not for a minute.
 */
export async function highestRate(asker: Pick<SteadyAsker, "ask">, keeping: Keeping): Promise<number> {
  const keepsUp = async (name: string, steadiness: Steadiness) => {
    const figures = await asker.ask(steadiness);
    keeping.onTrial(name, figures);
    return isKept(figures, keeping.limit);
  };
  let rate = await highestForSeconds((perSecond) => keepsUp("trying", { perSecond, seconds: TRIAL_S }));
  while (rate > 1 && !(await keepsUp("keeping", { perSecond: rate, seconds: keeping.seconds }))) {
    rate = Math.max(1, Math.floor(rate / STEP));
  }
  return rate;
}

async function highestForSeconds(keepsUp: (perSecond: number) => Promise<boolean>): Promise<number> {
  let best = FIRST_RATE;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const perSecond = Math.round(best * STEP + 0.5);
    if (!((await keepsUp(perSecond)) || (await keepsUp(perSecond)))) return best;
    best = perSecond;
  }
  return best;
}

function isKept({ asked, answered, answeredMs }: LoadFigures, limit: number): boolean {
  return answeredMs.p99 < limit && (asked - answered) * 1_000 <= LOST_PER_THOUSAND * asked;
}
