import { z } from "zod";
import { assertionLabel } from "../../model/assertion-label.ts";
import { localIdOf, parseGlobalId, toGlobalId } from "../../model/global-id.ts";
import { spanText } from "../../model/span.ts";
import { surroundingSentences } from "../../model/surroundings.ts";
import { textFragmentUrl } from "../../model/text-fragment.ts";
import { textSelectors } from "../../model/text-selector.ts";
import { loadStatements } from "../../search/load-statements.ts";
import type { ChangeKind } from "../../search/verify/changes.ts";
import {
  QUOTE_VERDICTS,
  type QuoteChange,
  type QuoteSource,
  type QuoteVerification,
  type SourceVoice,
} from "../../search/verify/quote-verification.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { wordsAt } from "../quote-wording.ts";
import { capped, MAX_PASSAGE_LENGTH, oneLine, QUOTED_LINES, quotedLines } from "../quoted-material.ts";
import { showTold, speakerWords, type Told, ToldShape, toldWords } from "../shown-statement.ts";
import { SourceShape, sourceLine, sourceOf } from "../source.ts";
import { defineTool, type ToolAnswer, type ToolParts } from "../tool.ts";

const VOICES = ["SPOKEN", "REPORTED", "NARRATION"] as const satisfies readonly SourceVoice[];
const CHANGE_KINDS = [
  ...(["NEGATION", "NUMBER", "NAME", "WORDING"] as const),
  ...(["OMISSION", "ADDITION", "ORDER", "EDITORIAL"] as const),
] as const satisfies readonly ChangeKind[];

/** A quote with more changes is another quote. */
const MAX_CHANGES = 10;
/** Two would do to show that it is disputed. */
const MAX_DISPUTING = 3;
/** Of a summary, in UTF-16 code units: two sentences with some changed words in them. */
const MAX_SUMMARY_LENGTH = 600;

const NOT_FOUND_HINT =
  "Search for what it means with search_quotes, and look the speaker up with find_entity: the words or the name may be told otherwise here. Not found means only that no indexed article has it.";

const Input = z.strictObject({
  quote: z
    .string()
    .trim()
    .min(1, "Give the words that somebody is said to have said.")
    .describe("The words as they are told, with or without quotation marks: at most 2,000 characters."),
  speaker: z
    .string()
    .trim()
    .min(1, "Give a name, a title or an id, or leave `speaker` out.")
    .optional()
    .describe(
      "Who is said to have said it: any name or title, or an id from find_entity. Leave out if nobody is named.",
    ),
});

const SourceOfWords = z.object({
  id: z.string().describe("Give it to get_context, or to fetch."),
  words: z
    .string()
    .describe("As the article has them, to the letter; […] stands for what the article puts between them."),
  cut: z.literal(true).optional().describe("Present where `words` go on."),
  voice: z
    .enum(VOICES)
    .describe(
      "SPOKEN: somebody's own words. REPORTED: the article's account of them. NARRATION: the article's own words.",
    ),
  ...ToldShape,
  before: z.string().describe("What stands before the words in the article."),
  after: z.string().describe("What stands behind them."),
  ...SourceShape,
});

const Output = z.object({
  verdict: z
    .enum(QUOTE_VERDICTS)
    .describe(
      "VERBATIM: said in these words. SPEAKER_UNCLEAR: said in these words, but the article does not make sure that it was `speaker`. ALTERED: said in other words, see `changes`. MISATTRIBUTED: said by somebody else than `speaker`. DISPUTED: an article has them only as denied, refused or supposed; never report them as said. PARAPHRASED: only told or meant like this. OUT_OF_CONTEXT: said, but the cut turns the sense. NOT_FOUND: nobody is quoted with it.",
    ),
  summary: z.string().describe("The verdict in a sentence or two."),
  source: SourceOfWords.optional().describe("Where the words come from, or those they were made of."),
  changes: z
    .array(z.object({ kind: z.enum(CHANGE_KINDS), claim: z.string(), source: z.string() }))
    .describe(`What differs: the words given, and those of the source; at most ${MAX_CHANGES}.`),
  alsoIn: z.array(z.object(SourceShape)).optional().describe("Other articles that have it as well."),
  disputedBy: z
    .array(z.object({ told: z.string(), sentence: z.string(), ...SourceShape }))
    .optional()
    .describe(`Other places that only deny, refuse or suppose it, at most ${MAX_DISPUTING}.`),
  hint: z.string().optional(),
});

type Verified = z.infer<typeof Output>;
type ShownSource = z.infer<typeof SourceOfWords>;

export const verifyQuoteTool = defineTool({
  name: "verify_quote",
  title: "Verify a quote",
  description:
    "Tells whether somebody said these words: to the letter, altered (with each change), by somebody else, denied or made up, only in paraphrase, cut out of context, or not at all in the indexed articles; with the words of the source and where they stand. Use it before you repeat a quote from anywhere, and whenever the user doubts one.",
  input: Input,
  output: Output,
  answer: verifyQuote,
});

async function verifyQuote(parts: ToolParts, given: z.infer<typeof Input>): Promise<ToolAnswer<Verified>> {
  const verification = await parts.search.verify({ text: given.quote, speaker: speakerOf(given.speaker) });
  const source = verification.source && (await showSource(verification.source, parts));
  const structured = toVerified(verification, source, parts.pageUrl);
  return { structured, text: asText(structured) };
}

/** A name as it is, an id as the store knows it. @throws VerbatimError BAD_ID for the id of something else. */
function speakerOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  return parseGlobalId(given) === null ? given : localIdOf(given, "Person", "Organization", "Place");
}

function toVerified(verification: QuoteVerification, source: ShownSource | null, pageUrl: string): Verified {
  const { verdict, summary, changes, alsoIn } = verification;
  const disputedBy = verification.disputedBy.slice(0, MAX_DISPUTING);
  return {
    verdict,
    summary: oneLine(summary, MAX_SUMMARY_LENGTH),
    ...(source !== null && { source }),
    changes: changes.slice(0, MAX_CHANGES).map(showChange),
    ...(alsoIn.length > 0 && { alsoIn: alsoIn.map(({ article }) => sourceOf(article, pageUrl)) }),
    ...(disputedBy.length > 0 && { disputedBy: disputedBy.flatMap((denial) => showDenial(denial, pageUrl)) }),
    ...(verdict === "NOT_FOUND" && { hint: NOT_FOUND_HINT }),
  };
}

/** A place that denies the words, by the sentence that does. */
function showDenial({ article, quote }: QuoteSource, pageUrl: string): NonNullable<Verified["disputedBy"]> {
  const told = quote && assertionLabel(quote);
  if (quote === null || told === null) return [];
  return [
    {
      told,
      sentence: oneLine(spanText(article.text, quote.sentence), MAX_PASSAGE_LENGTH),
      ...sourceOf(article, pageUrl, quote.spans),
    },
  ];
}

const showChange = ({ kind, claim, source }: QuoteChange): Verified["changes"][number] => ({
  kind,
  claim: oneLine(claim, MAX_PASSAGE_LENGTH),
  source: oneLine(source, MAX_PASSAGE_LENGTH),
});

async function showSource(source: QuoteSource, parts: ToolParts): Promise<ShownSource> {
  const { article, quote, voice, spans } = source;
  const { text, isCut } = capped(wordsAt(article, spans), MAX_PASSAGE_LENGTH);
  const around = surroundingSentences(article, spans);
  const cited = sourceOf(article, parts.pageUrl, spans);
  return {
    id: quote ? toGlobalId("Quote", quote.id) : toGlobalId("Article", article.id),
    words: text,
    ...(isCut && { cut: true as const }),
    voice,
    ...(await toldIn(source, parts.store)),
    before: lastOf(spanText(article.text, around.before)),
    after: capped(spanText(article.text, around.after), MAX_PASSAGE_LENGTH).text,
    ...cited,
    ...(cited.url === article.url && { url: textFragmentUrl(cited.url, textSelectors(article.text, spans)) }),
  };
}

/** The end of what stands before the words, from the beginning of a word, in at most so many UTF-16 code units. */
function lastOf(text: string): string {
  const end = text.length <= MAX_PASSAGE_LENGTH ? text : text.slice(-MAX_PASSAGE_LENGTH).replace(/^\S*\s/, "");
  return capped(end, MAX_PASSAGE_LENGTH).text;
}

async function toldIn({ quote }: QuoteSource, store: QuoteStore): Promise<Told> {
  if (quote === null) return {};
  const [statement] = await loadStatements(store, [quote.id]);
  return statement ? showTold(statement) : {};
}

function asText({ verdict, summary, source, changes, alsoIn = [], disputedBy = [], hint }: Verified): string {
  const blocks = [
    `${verdict}. ${QUOTED_LINES}\n${quotedLines(summary)}`,
    ...(source === undefined ? [] : [sourceAsText(source)]),
    ...(changes.length === 0 ? [] : [`Changes:\n${quotedLines(changes.map(changeAsText).join("\n"))}`]),
    ...(alsoIn.length === 0 ? [] : [`Also in:\n${quotedLines(alsoIn.map(sourceLine).join("\n"))}`]),
    ...(disputedBy.length === 0 ? [] : [`Denied by:\n${quotedLines(disputedBy.map(denialAsText).join("\n"))}`]),
    ...(hint === undefined ? [] : [hint]),
  ];
  return blocks.join("\n\n");
}

function sourceAsText(source: ShownSource): string {
  const { id, voice, before, after } = source;
  const wording = voice === "SPOKEN" ? "verbatim" : "paraphrase";
  const who = voice === "NARRATION" ? "the article itself" : speakerWords(source);
  const said = `${toldWords({ ...source, wording })}\n— ${who}, in: ${sourceLine(source)}`;
  return `The source (${voice}), id ${id}:\n${quotedLines(said)}\nBefore it:\n${quotedLines(before)}\nBehind it:\n${quotedLines(after)}`;
}

const denialAsText = ({ told, sentence, ...source }: NonNullable<Verified["disputedBy"]>[number]): string =>
  `${told}: ${sentence}\n— in: ${sourceLine(source)}`;

const changeAsText = ({ kind, claim, source }: Verified["changes"][number]): string =>
  `${kind}: given “${claim}”, source “${source}”`;
