import { assertionLabel } from "../../model/assertion-label.ts";
import { attributionWords, namesInWords } from "../../model/attribution.ts";
import { describeCorrection } from "../../model/describe-correction.ts";
import type { Entity } from "../../model/entity.ts";
import { isSureOfSpeaker, type Quote } from "../../model/quote.ts";
import { shownSpans } from "../../model/shown-spans.ts";
import { type Span, spanText } from "../../model/span.ts";
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

/** The sentence that tells of it, with the verb that governs it; without its marks where they open in another. */
function reportedLine(statement: Statement): string {
  const { article, quote, spans, speakers, marker } = statement;
  const whole = shownSpans(quote, spans)
    .map((span) => oneLine(article.text, span))
    .join(" … ");
  const words = hasWholeMarks(whole) ? whole : whole.replace(/["“”]/g, "");
  const isNamed = speakers.length > 0 || statement.onBehalfOf !== null;
  const who = isNamed ? `${speakerLabel(statement)}, as the article reports` : `As an article reports${toldAs(quote)}`;
  return `${who}: ${words} [${marker}]`;
}

/** ` (refuses)`; nothing for what was simply said. */
function toldAs(quote: Quote): string {
  const label = assertionLabel(quote);
  return label === null ? "" : ` (${label})`;
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

/** The speakers' names with their newest titles, else the article's word for the speaker; for whom, and how it is told. */
function speakerLabel({ speakers, onBehalfOf, quote, article }: Statement): string {
  const names = namesInWords(speakers.map(speakerTitle));
  const mention = quote.speakerMention === null ? "" : oneLine(article.text, quote.speakerMention);
  const who = names ?? (mention === "" || PRONOUN.test(mention) ? null : mention);
  const isUnsure = names !== null && !isSureOfSpeaker(quote);
  const words = attributionWords({ who, isUnsure, onBehalfOf: onBehalfOf?.name ?? null }) ?? "someone not named";
  return (names === null || isUnsure ? capitalised(words) : words) + toldAs(quote);
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const speakerTitle = ({ name, titles }: Entity): string => [name, titles[0]?.title].filter((part) => part).join(", ");

const oneLine = (text: string, span: Span): string => spanText(text, span).replace(/\s+/g, " ").trim();

function sourceLine({ marker, article, correction }: Statement): string {
  const { title, publisher, publishedAt, url } = article;
  const details = [
    title ?? "an article without a title",
    publisher,
    publishedAt?.slice(0, 10),
    url,
    correction && describeCorrection(correction),
  ];
  return `[${marker}] ${details.filter((part) => part).join(", ")}`;
}
