/** Much longer than a search takes, so that hardly any is asked twice. */
const LATE_AFTER_MS = 1_000;
/** Of one question. */
const MOST_TRIES = 10;
/** Of all questions: where everything is late, because there is too much to do, asking more would make it worse. */
const MOST_BESIDE = 24;

let beside = 0;

/**
 * Asks, and asks again beside that while the answer is late, each time with the number of the try; the first answer counts, and the signal ends the others. Where one node
 * of several is slow, or says nothing, another answers meanwhile (Dean and Barroso 2013, "The tail at scale", doi:10.1145/2408776.2408794).
 */
export async function askAgainWhenLate<T>(ask: (number: number, signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const asked = [ask(1, ending.signal)];
  try {
    while (asked.length < MOST_TRIES) {
      const first = firstAnswer(asked);
      if (!(await isLate(first))) return await first;
      if (beside < MOST_BESIDE) asked.push(askBeside(() => ask(asked.length + 1, ending.signal)));
    }
    return await firstAnswer(asked);
  } finally {
    ending.abort();
  }
}

/** The first that is answered: one that fails says nothing of what others are asked. @throws What the last of them fails with, where all do. */
async function firstAnswer<T>(asked: readonly Promise<T>[]): Promise<T> {
  try {
    return await Promise.any(asked);
  } catch (error) {
    throw (error as AggregateError).errors.at(-1);
  }
}

/** Whether there is no answer after a while; false as soon as there is one. @throws What the answer fails with. */
function isLate(answer: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, LATE_AFTER_MS, true).unref();
    answer.finally(() => clearTimeout(timer)).then(() => resolve(false), reject);
  });
}

function askBeside<T>(ask: () => Promise<T>): Promise<T> {
  beside += 1;
  return ask().finally(() => {
    beside -= 1;
  });
}
