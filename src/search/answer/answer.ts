import type { Article } from "../../model/article.ts";
import type { Correction } from "../../model/correction.ts";
import type { Entity } from "../../model/entity.ts";
import type { Quote } from "../../model/quote.ts";
import type { Span } from "../../model/span.ts";
import type { ChunkFilter } from "../../store/chunk-filter.ts";

export interface AnswerRequest {
  /** 1 to 1,000 characters that are not all blank; else BAD_INPUT. */
  readonly question: string;
  /** Here entities may be given by id or by any name; a name that several share means all of them. */
  readonly filter: ChunkFilter;
  /** 1 to 20. */
  readonly maxStatements: number;
}

/** SPOKEN: all words are the speaker's own. REPORTED: the article's account, in which only words in marks are. */
export type StatementVoice = "SPOKEN" | "REPORTED";

/** What somebody said to the question, with where it stands. */
export interface Statement {
  /** From 1, in the order of `statements`; `answer.text` cites by it. */
  readonly marker: number;
  readonly quote: Quote;
  readonly article: Article;
  /** Null where the article does not decide. */
  readonly speaker: Entity | null;
  /** All who said it together, the speaker first. */
  readonly speakers: readonly Entity[];
  /** For whom they speak. */
  readonly onBehalfOf: Entity | null;
  /** What people put right in the quote last; null where it is told as it was found. */
  readonly correction: Correction | null;
  readonly voice: StatementVoice;
  /** The sentences that answer, in text order, UTF-16: whole where the quote is short. */
  readonly spans: readonly Span[];
}

/** What one person said to the question at different times, the oldest first, undated ones last. */
export interface Positions {
  readonly speaker: Entity;
  readonly statements: readonly Statement[];
}

/** How much of the question the statements answer, as far as words can tell. */
export interface Coverage {
  readonly isAnswered: boolean;
  /** For a reader: what is answered and what is not. */
  readonly note: string;
  /** The words of the question that no statement has, nor what stands around it. */
  readonly missing: readonly string[];
}

export interface Answer {
  /** Ready to hand on: what stands in quotation marks is in a source to the letter, every statement has its marker. */
  readonly text: string;
  /** The best first; of equal ones the oldest. */
  readonly statements: readonly Statement[];
  /** Those who said more than one of the statements. */
  readonly byTime: readonly Positions[];
  readonly coverage: Coverage;
}
