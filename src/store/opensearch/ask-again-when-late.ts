/** Much longer than a search takes, so that hardly any is asked twice. */
const LATE_AFTER_MS = 1_000;
/** Of one question. */
const MOST_TRIES = 10;
/** Of all questions: where everything is late, because there is too much to do, asking more would make it worse. */
const MOST_BESIDE = 24;

let beside = 0;

/**
 * Asks, and asks again beside that while the answer is late, each time with the number of the try; the first answer counts. Where one node of several is slow, or says nothing, another
 * answers meanwhile (Dean and Barroso 2013, "The tail at scale", doi:10.1145/2408776.2408794).
 */
export async function askAgainWhenLate<T>(ask: (number: number) => Promise<T>): Promise<T> {
  const asked = [ask(1)];
  const answered = new AbortController();
  try {
    while (asked.length < MOST_TRIES) {
      const first = Promise.race(asked);
      if (!(await isLate(first, answered.signal))) return await first;
      if (beside < MOST_BESIDE) asked.push(askBeside(() => ask(asked.length + 1)));
    }
    return await Promise.race(asked);
  } finally {
    answered.abort();
    // Of those that come later nobody hears.
    for (const late of asked) late.catch(() => {});
  }
}

/** False as soon as there is an answer. */
function isLate(answer: Promise<unknown>, over: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, LATE_AFTER_MS, true).unref();
    over.addEventListener("abort", () => clearTimeout(timer));
    answer.then(() => resolve(false), reject);
  });
}

function askBeside<T>(ask: () => Promise<T>): Promise<T> {
  beside += 1;
  return ask().finally(() => {
    beside -= 1;
  });
}
