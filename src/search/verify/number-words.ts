import type { Span } from "../../model/span.ts";

/** A word with what it is compared by. */
interface Word extends Span {
  readonly form: string;
}

const UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** Below a hundred. */
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TEENS.map((word, i) => [word, UNITS.length + i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
/** As they are written behind a sum of money. */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["bn", 1e9],
  ["b", 1e9],
  ["tn", 1e12],
]);
/** The words behind a sum that say what a sign before it says. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["dollar", "$"],
  ["dollars", "$"],
  ["euro", "€"],
  ["euros", "€"],
  ["pound", "£"],
  ["pounds", "£"],
  ["yen", "¥"],
]);
const CURRENCY_SIGN = /^[$€£¥]$/;
const DIGITS = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DIGITS_WITH_SCALE = /^(\d+(?:\.\d+)?)(k|m|mn|bn|b|tn)$/;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
/** More digits than a number holds exactly are an identifier. */
const MAX_DIGITS = 15;
/** A blank or a hyphen: more, and something was taken out between the words. */
const ADJACENT = /^[\s\u2010\u2011-]{0,2}$/;

interface NumberReading {
  readonly form: string;
  /** The place behind its last word. */
  readonly to: number;
}

/**
 * The same words, with each number as one word of one form however it is written: "5 million" and "five million", "$2.5m" and
 * "2.5 million dollars", "twenty-five" and "25", "a hundred" and "100". Numbers up to twelve have the form of their word.
 */
export function joinNumbers<W extends Word>(words: readonly W[], text: string): W[] {
  const joined: W[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as W;
    const read = mayBegin(word.form) ? new NumberReader(words, text, at).read() : null;
    const last = read === null ? word : (words[read.to - 1] as Word);
    joined.push(read === null ? word : { ...word, end: last.end, form: read.form });
    at = read?.to ?? at + 1;
  }
  return joined;
}

const mayBegin = (form: string): boolean => /^[\d$€£¥-]/.test(form) || SMALL.has(form) || form === "a" || form === "an";

/** Reads the number that begins at a word. */
class NumberReader {
  readonly #words: readonly Word[];
  readonly #text: string;
  readonly #start: number;
  #at: number;

  constructor(words: readonly Word[], text: string, at: number) {
    this.#words = words;
    this.#text = text;
    this.#start = at;
    this.#at = at;
  }

  /** Null where none begins there. */
  read(): NumberReading | null {
    const first = this.#form() ?? "";
    const ordinal = ORDINAL.exec(first)?.[1];
    if (ordinal !== undefined) return { form: ORDINALS[Number(ordinal)] ?? first, to: this.#at + 1 };
    const sign = CURRENCY_SIGN.test(first) ? this.#take() : null;
    const value = this.#value(sign !== null);
    if (value === null) return null;
    const currency = sign ?? this.#currency();
    return { form: (currency ?? "") + formOf(value, currency !== null), to: this.#at };
  }

  /** Of the next word, where it stands right behind the one before; null behind the last. */
  #form(): string | null {
    const [before, word] = [this.#words[this.#at - 1], this.#words[this.#at]];
    const goesOn = this.#at === this.#start || (before && word && this.#isAdjacent(before, word));
    return word && goesOn ? word.form : null;
  }

  #isAdjacent(before: Word, word: Word): boolean {
    return ADJACENT.test(this.#text.slice(before.end, word.start));
  }

  #take(): string {
    const { form } = this.#words[this.#at] as Word;
    this.#at++;
    return form;
  }

  #currency(): string | null {
    const sign = CURRENCIES.get(this.#form() ?? "") ?? null;
    if (sign !== null) this.#take();
    return sign;
  }

  #value(isMoney: boolean): number | null {
    const form = this.#form() ?? "";
    if (DIGITS.test(form) && form.length <= MAX_DIGITS) return this.#scaled(Number(this.#take()), isMoney);
    const [, digits, scale = ""] = (isMoney && DIGITS_WITH_SCALE.exec(form)) || [];
    if (digits === undefined) return this.#spelled();
    this.#take();
    return Number(digits) * (SHORT_SCALES.get(scale) ?? 1);
  }

  /** "2.5 million", and of money "2.5 m". */
  #scaled(value: number, isMoney: boolean): number {
    const form = this.#form() ?? "";
    const scale = SCALES.get(form) ?? (isMoney ? SHORT_SCALES.get(form) : undefined);
    if (scale === undefined) return value;
    this.#take();
    return value * scale;
  }

  /** "two hundred and five thousand": what is below a thousand, and its scale, and so on down. */
  #spelled(): number | null {
    let total: number | null = null;
    for (let least = Number.POSITIVE_INFINITY; ; ) {
      const part = this.#belowThousand(total !== null);
      if (part === null) return total;
      const scale = SCALES.get(this.#form() ?? "") ?? 1;
      if (scale >= least) return (total ?? 0) + part;
      if (scale > 1) this.#take();
      total = (total ?? 0) + part * scale;
      if (scale === 1) return total;
      least = scale;
    }
  }

  #belowThousand(goesOn: boolean): number | null {
    const hundreds = this.#belowHundred(goesOn);
    if (hundreds === null || this.#form() !== "hundred") return hundreds;
    this.#take();
    return hundreds * 100 + (this.#belowHundred(true) ?? 0);
  }

  /** "twenty-five", and "a" before a scale; behind more of a number "and five", too. */
  #belowHundred(goesOn: boolean): number | null {
    const start = this.#at;
    if (goesOn && this.#form() === "and") this.#take();
    const value = SMALL.get(this.#form() ?? "") ?? this.#article();
    if (value === null) {
      this.#at = start;
      return null;
    }
    this.#take();
    const unit = value >= 20 ? (SMALL.get(this.#form() ?? "") ?? 0) : 0;
    if (unit < 1 || unit > 9) return value;
    this.#take();
    return value + unit;
  }

  #article(): number | null {
    const [word, next] = [this.#words[this.#at], this.#words[this.#at + 1]];
    if (!word || !next || !/^an?$/.test(word.form) || !SCALES.has(next.form)) return null;
    return this.#isAdjacent(word, next) ? 1 : null;
  }
}

/** Of money in digits always, so that a sign and a number are one form. */
function formOf(value: number, isMoney: boolean): string {
  const rounded = Number(value.toFixed(3));
  return isMoney ? String(rounded) : (UNITS[rounded] ?? String(rounded));
}
