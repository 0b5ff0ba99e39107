import { z } from "zod";
import { VerbatimError } from "../errors.ts";
import type { ReadableArticle } from "../model/article.ts";
import { stableId } from "../model/stable-id.ts";
import type { ArticleSource, ReadArticle, ReadOptions, ReadResult } from "./article-source.ts";
import { buildArticle, emptyArticle, firstKnown, known } from "./build-article.ts";
import { type ByteLine, byteLines } from "./byte-lines.ts";
import { articleTooLong } from "./collect-bytes.ts";
import { decodeUtf8, refuseBinary } from "./decode-text.ts";
import { layOutPlainText } from "./plain-text.ts";
import { readFailure } from "./read-failure.ts";
import { utf8Bytes } from "./utf8-bytes.ts";

/** The fields of a line, for `--help`; others are ignored. */
export const JSON_LINES_FIELDS: readonly { readonly name: string; readonly description: string }[] = [
  { name: "text", description: "The article's text, paragraphs separated by blank lines. Required." },
  { name: "id", description: "Your own name for the article: keeps it the same article when its text changes." },
  { name: "title", description: "The headline; else the first line of the text, where it reads as one." },
  { name: "publisher", description: "Who published it." },
  { name: "author", description: "Who wrote it." },
  { name: "url", description: "Its address in full, such as https://example.org/story. Names the article before id." },
  { name: "date", description: "When it was published: 2024-03-05 or 2024-03-05T14:30:00Z." },
  { name: "media", description: "Where the recording is that the text is a transcript of, in full." },
  { name: "publishedAt", description: "The same as date, and wins over it." },
];

/** The `error` of a field: says what it is and what it should be. */
const shouldBe = (what: string) => (issue: { readonly input?: unknown; readonly path?: PropertyKey[] | undefined }) =>
  issue.input === undefined
    ? `has no "${issue.path?.join(".")}": ${what}`
    : `has ${shown(issue.input)} as "${issue.path?.join(".")}": ${what}`;

const optionalText = z.string({ error: shouldBe("it should be text in quotation marks.") }).nullish();

const ARTICLE_LINE = z.object(
  {
    text: z.string({ error: shouldBe("it should be the article's text.") }),
    id: z.union([z.string(), z.number()], { error: shouldBe("it should be text or a number.") }).nullish(),
    title: optionalText,
    publisher: optionalText,
    author: optionalText,
    url: optionalText,
    date: optionalText,
    publishedAt: optionalText,
    media: optionalText,
  },
  { error: 'is not a JSON object such as {"text": "..."}.' },
);
type ArticleLine = z.infer<typeof ARTICLE_LINE>;

/** Reads JSON Lines (jsonlines.org), one article a line. A bad line is a failure of its own; the others go on. */
export async function* readJsonLines(source: ArticleSource, options: ReadOptions): AsyncGenerator<ReadResult> {
  refuseDetailsOfOne(source);
  let isEmpty = true;
  for await (const line of byteLines(utf8Bytes(source.bytes, source.name), options.maxArticleBytes)) {
    const where = `${source.name} line ${line.number}`;
    try {
      const read = readLine(line, where, source, options);
      if (read === null) continue;
      isEmpty = false;
      yield read;
    } catch (error) {
      isEmpty = false;
      yield readFailure(where, error);
    }
  }
  if (isEmpty) throw emptyArticle(source.name);
}

/** An url or a title is of one article; put to each line, it would make all lines the same article. */
function refuseDetailsOfOne({ name, details }: ArticleSource): void {
  if (known(details.url) === null && known(details.title) === null) return;
  throw new VerbatimError("BAD_INPUT", `${name} holds many articles: put "url" and "title" into its lines.`);
}

/** Null for a blank line. */
function readLine(line: ByteLine, where: string, source: ArticleSource, options: ReadOptions): ReadArticle | null {
  if (line.bytes === null) throw articleTooLong(where, options.maxArticleBytes);
  const json = decodeUtf8(line.bytes, where);
  if (json.trim() === "") return null;
  const fields = parseFields(json, where);
  return { article: articleOf(fields, where, source), givenId: givenId(fields) };
}

function parseFields(json: string, where: string): ArticleLine {
  const parsed = ARTICLE_LINE.safeParse(parseJson(json, where));
  if (parsed.success) return parsed.data;
  throw new VerbatimError("BAD_INPUT", `${where} ${parsed.error.issues[0]?.message}`);
}

function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const message = `${where} is not JSON: each line should be one whole object such as {"text": "..."}.`;
    throw new VerbatimError("ARTICLE_UNREADABLE", message, {}, cause);
  }
}

function articleOf(fields: ArticleLine, where: string, source: ArticleSource): ReadableArticle {
  const text = withoutLoneSurrogates(refuseBinary(fields.text, where));
  if (text.trim() === "") throw emptyArticle(where);
  const told = { ...fields, mediaUrl: fields.media, publishedAt: known(fields.publishedAt) ?? fields.date };
  const details = firstKnown(told, source.details, source.fallback ?? {});
  const layout = layOutPlainText(text, known(fields.title));
  return buildArticle(text, layout, details, givenId(fields) ?? nameByContent(source, text), where);
}

/** A line without url and id is named by its words: a line put in above must not make it another article. */
const nameByContent = (source: ArticleSource, text: string): string => `${source.sourceKey}#${stableId("line", text)}`;

function givenId({ id }: ArticleLine): string | null {
  return known(id?.toString());
}

/** JSON may hold half a surrogate pair, UTF-8 cannot: it becomes U+FFFD, of the same length, so that offsets stay true. */
const withoutLoneSurrogates = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** At most so many characters of a bad value are shown. */
const MAX_SHOWN_CHARACTERS = 60;

function shown(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > MAX_SHOWN_CHARACTERS ? `${json.slice(0, MAX_SHOWN_CHARACTERS)}…` : json;
}
