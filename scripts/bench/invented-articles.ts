import type { Span } from "../../src/model/span.ts";
import { InventedVocabulary } from "./invented-vocabulary.ts";
import { SeededRandom } from "./seeded-random.ts";

interface InventedQuote {
  readonly speaker: string;
  /** All three within the paragraph; the words lie inside the marks. */
  readonly words: Span;
  readonly cue: Span;
  readonly speakerMention: Span;
}

interface InventedParagraph {
  readonly text: string;
  /** Null for narration. */
  readonly quote: InventedQuote | null;
}

/** A news article that nobody wrote. It reads as nonsense, but is as long, as quoted and as worded as a real one. */
export interface InventedArticle {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly paragraphs: readonly InventedParagraph[];
}

const PUBLISHERS = "Courier Herald Gazette Tribune Observer Chronicle Sentinel Mercury Beacon Dispatch".split(" ");
const TOWNS = "Velmora Brackwater Karsund Tessaly Ostrany Gullport Merrin Halvick Dunmarsh Sorrel".split(" ");
const FIRST_NAMES =
  "Ada Boris Clara Dmitri Elena Farid Greta Henrik Ines Jonas Katya Leo Marta Nils Olga Pavel Rosa Sami Tara Viktor".split(
    " ",
  );
const NAME_STARTS = "Brand Karl Holm Sten Var Mel Dor Fair Grim Lind Nor Ost Pel Quar Rand Sel Tor Ul Wes Yar".split(
  " ",
);
const NAME_ENDS = "vold sen berg ov ford mark by ton wick dal grave ley man stad ric well ham croft more lin".split(
  " ",
);
const ROLES = ["the minister", "the mayor", "a farmer", "the chief engineer", "a spokeswoman", "the head of the union"];
const CUES = ["said", "said", "said", "told reporters", "warned", "added", "explained"];

/** As in news: under half of the paragraphs are quotes. */
const QUOTED_SHARE = 0.4;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3_650;
const DAY_MS = 86_400_000;

/** Articles without end, the same ones for the same seed. */
export function* inventArticles(seed: number): Generator<InventedArticle, never> {
  const author = new Author(seed);
  for (let number = 1; ; number++) yield author.article(number);
}

/** Different questions on invented articles, no two the same. */
export function inventQuestions(seed: number, count: number): readonly string[] {
  const author = new Author(seed);
  const questions = new Set<string>();
  while (questions.size < count) questions.add(author.question());
  return [...questions];
}

class Author {
  readonly #random: SeededRandom;
  readonly #vocabulary = new InventedVocabulary();

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  article(number: number): InventedArticle {
    const paragraphs = Array.from({ length: this.#random.between(10, 30) }, () => this.#paragraph());
    return {
      title: capitalised(this.#words(this.#random.between(5, 9))),
      publisher: `${this.#random.oneOf(TOWNS)} ${this.#random.oneOf(PUBLISHERS)}`,
      url: `https://example.org/invented/${number}`,
      publishedAt: new Date(FIRST_DAY + this.#random.between(0, DAYS) * DAY_MS).toISOString(),
      paragraphs,
    };
  }

  question(): string {
    const [topic, other] = [this.#matter(), this.#matter()];
    return this.#random.oneOf([
      `What did ${this.#person()} say about the ${topic} and the ${other}?`,
      `Who spoke of ${topic} in ${this.#random.oneOf(TOWNS)}?`,
      `Why does the ${topic} need a ${other}?`,
      `${topic} ${other} ${this.#matter()}`,
    ]);
  }

  #paragraph(): InventedParagraph {
    if (this.#random.next() >= QUOTED_SHARE) return { text: this.#sentences(this.#random.between(1, 3)), quote: null };
    return quoted(this.#sentences(this.#random.between(1, 2)), this.#random.oneOf(CUES), {
      name: this.#person(),
      role: this.#random.oneOf(ROLES),
    });
  }

  #sentences(count: number): string {
    return Array.from({ length: count }, () => `${this.#sentence()}.`).join(" ");
  }

  #sentence(): string {
    const opening = capitalised(this.#words(this.#random.between(5, 12)));
    const middle = this.#random.next() < 0.5 ? `, ${this.#words(this.#random.between(4, 10))}` : "";
    const place = this.#random.next() < 0.3 ? ` in ${this.#random.oneOf(TOWNS)}` : "";
    return opening + middle + place;
  }

  #words(count: number): string {
    return Array.from({ length: count }, () => this.#vocabulary.word(this.#random)).join(" ");
  }

  #matter(): string {
    return this.#vocabulary.contentWord(this.#random);
  }

  #person(): string {
    const family = this.#random.oneOf(NAME_STARTS) + this.#random.oneOf(NAME_ENDS);
    return `${this.#random.oneOf(FIRST_NAMES)} ${family}`;
  }
}

/** `"Words," Ada Brandvold, the mayor, said.` */
function quoted(sentences: string, cue: string, speaker: { readonly name: string; readonly role: string }) {
  const words = sentences.slice(0, -1);
  const text = `"${words}," ${speaker.name}, ${speaker.role}, ${cue}.`;
  const nameStart = words.length + 4;
  const cueStart = text.length - 1 - cue.length;
  return {
    text,
    quote: {
      speaker: speaker.name,
      words: { start: 1, end: 1 + words.length },
      cue: { start: cueStart, end: cueStart + cue.length },
      speakerMention: { start: nameStart, end: nameStart + speaker.name.length },
    },
  };
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
