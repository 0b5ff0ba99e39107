import type { Entity } from "../../model/entity.ts";
import { type Span, spanText } from "../../model/span.ts";
import { surroundingSentence } from "../../model/surroundings.ts";
import type { Coverage, Statement } from "./answer.ts";

/** The answer as plain text: a paragraph a statement with its marker, what is left open, and the sources by marker. */
export function answerText(statements: readonly Statement[], coverage: Coverage): string {
  if (statements.length === 0) return coverage.note;
  const lines = statements.map(statementLine);
  const sources = statements.map(sourceLine);
  return [...lines, coverage.note, sources.join("\n")].join("\n\n");
}

/** `Marta Selk, chairwoman: “We oppose this fee.” [1]`; what an article reports stands without marks but for its own. */
const statementLine = (statement: Statement): string =>
  statement.voice === "SPOKEN" ? spokenLine(statement) : reportedLine(statement);

function spokenLine(statement: Statement): string {
  const { article, spans, marker } = statement;
  const parts = spans.flatMap((span) => linesOf(spanText(article.text, span)));
  return `${speakerLabel(statement)}: ${parts.map((part) => `“${part}”`).join(" … ")} [${marker}]`;
}

/** The sentence that tells of it, with its cue; its words alone where it is torn out of a quotation. */
function reportedLine({ article, spans, speaker, marker }: Statement): string {
  const whole = oneLine(article.text, surroundingSentence(article, spans));
  const parts = spans.map((span) => oneLine(article.text, span)).join(" … ");
  const words = [whole, parts].find(hasWholeMarks) ?? parts.replace(/["“”]/g, "");
  const who = speaker === null ? "As an article reports" : `${speakerTitle(speaker)}, as the article reports`;
  return `${who}: ${words} [${marker}]`;
}

/** Whether every quotation mark that opens closes, so that no words get into marks that stand in none. */
function hasWholeMarks(words: string): boolean {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0;
  return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0;
}

/** Words over several paragraphs stay to the letter only where each has marks of its own. */
const linesOf = (text: string): readonly string[] => text.split(/\s*\n\s*/).filter((line) => line !== "");

/** Says nothing of who speaks, outside of its sentence. */
const PRONOUN = /^(?:he|she|they|it|who|we|i|you|one|his|her|their)$/i;

/** The speaker's name with the newest title, else the article's word for the speaker. */
function speakerLabel({ speaker, quote, article }: Statement): string {
  if (speaker !== null) return speakerTitle(speaker);
  const mention = quote.speakerMention === null ? "" : oneLine(article.text, quote.speakerMention);
  return mention === "" || PRONOUN.test(mention) ? "Someone not named" : mention;
}

const speakerTitle = ({ name, titles }: Entity): string => [name, titles[0]?.title].filter((part) => part).join(", ");

const oneLine = (text: string, span: Span): string => spanText(text, span).replace(/\s+/g, " ").trim();

function sourceLine({ marker, article }: Statement): string {
  const { title, publisher, publishedAt, url } = article;
  const details = [title ?? "an article without a title", publisher, publishedAt?.slice(0, 10), url];
  return `[${marker}] ${details.filter((part) => part).join(", ")}`;
}
