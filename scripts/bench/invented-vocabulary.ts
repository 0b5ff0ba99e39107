import type { SeededRandom } from "./seeded-random.ts";

/** The commonest words of English prose, about in their order. */
const FUNCTION_WORDS =
  `the of and to in a that for is was on with as it by be at from are this have has had not but which will would they
  their were been its or who more than an about after also all there when one can what new before up out over so some
  into two only other could between while during under against since because`.split(/\s+/);

/** Words that news is made of; pairs of them make the rare words ("riverbank"). */
const CONTENT_WORDS =
  `year people time day week water house road bridge work school city town council minister government report price
  market bank train line station river harbour ship boat storm wind power plant field farm grain forest mountain snow
  winter summer law court judge vote party leader member committee meeting plan project money fund tax budget trade
  company worker union strike pay health doctor hospital nurse child family student teacher book music film game team
  player match season record police fire crew border army soldier officer peace talk treaty state nation region island
  coast sea fish gas oil coal steel stone wood glass paper land soil seed fruit milk bread table room door window wall
  roof tower gate street square garden park bus car engine wheel fuel battery phone screen network data test study
  result figure number share rate cost debt loan rent sale shop price stock owner tenant guest visitor ticket route
  journey flight airport pilot signal cable pump pipe dam flood drought heat cold light night morning evening hour
  minute month decade century history museum artist painter poet letter word speech question answer reason chance risk
  danger safety rescue search camp tent rope bell drum song`.split(/\s+/);

/** An English news archive of 100,000 paragraphs has some tens of thousands of different words. */
const VOCABULARY_SIZE = 30_000;
/** Zipf's law with Mandelbrot's shift: the frequency of the word of rank r goes with 1 / (r + 2.7). */
const RANK_SHIFT = 2.7;

/** Words as frequent as those of real text are, so that full-text search works on lists as long as in earnest. */
export class InventedVocabulary {
  readonly #words = inventWords();
  readonly #upTo = cumulativeFrequencies(this.#words.length);

  /** Any word, by its frequency: two in five are function words. */
  word(random: SeededRandom): string {
    return this.#pick(random.next() * this.#total);
  }

  /** A word with a matter, by its frequency. */
  contentWord(random: SeededRandom): string {
    const functionShare = this.#upTo[FUNCTION_WORDS.length - 1] ?? 0;
    return this.#pick(functionShare + random.next() * (this.#total - functionShare));
  }

  get #total(): number {
    return this.#upTo.at(-1) ?? 0;
  }

  #pick(frequency: number): string {
    let low = 0;
    let high = this.#words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] ?? 0) > frequency) high = middle;
      else low = middle + 1;
    }
    return this.#words[low] as string;
  }
}

/** By falling frequency. */
function inventWords(): readonly string[] {
  const words = new Set([...FUNCTION_WORDS, ...CONTENT_WORDS]);
  for (let step = 1; words.size < VOCABULARY_SIZE; step++) {
    for (let i = 0; i < CONTENT_WORDS.length && words.size < VOCABULARY_SIZE; i++) {
      words.add(`${CONTENT_WORDS[i]}${CONTENT_WORDS[(i + step) % CONTENT_WORDS.length]}`);
    }
  }
  return [...words];
}

function cumulativeFrequencies(count: number): Float64Array {
  let sum = 0;
  return Float64Array.from({ length: count }, (_, i) => {
    sum += 1 / (i + 1 + RANK_SHIFT);
    return sum;
  });
}
