import { openTagger } from "../../src/app/open-models.ts";
import { readConfig } from "../../src/config.ts";
import { readArticle } from "../../src/extract/extract-article.ts";
import type { DraftQuote } from "../../src/extract/quotes/draft-quote.ts";
import type { SpeakerEvidence } from "../../src/extract/speakers/speaker-evidence.ts";
import { fileInput } from "../../src/indexing/index-input.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import { articleBlocks } from "../../src/model/article.ts";
import { NO_TAGS } from "../../src/model/article-tags.ts";
import { WORKING_DIRECTORY } from "../command-line.ts";
import { type AttributedQuote, readAnnotatedArticles } from "../evaluate/quotes/annotated-article.ts";
import { type AnnotatedSpeaker, readAnnotatedSpeakers } from "../evaluate/quotes/annotated-speakers.ts";
import { matchQuotes } from "../evaluate/quotes/match-quotes.ts";
import { wordSet } from "../evaluate/quotes/word-set.ts";

/** An article as far as it is read before its speakers are, with who said each quote that is annotated. */
export interface SpokenReading {
  readonly evidence: SpeakerEvidence;
  readonly speakers: ReadonlyMap<DraftQuote, AnnotatedSpeaker>;
}

/** An annotated article, as the settings have it read and by rules alone. */
export type SpokenArticle = readonly [bySettings: SpokenReading, byRules: SpokenReading];

/** The annotated articles whose speakers are annotated, too. @throws VerbatimError where they can't be read. */
export async function spokenArticles(gold: string, speakers: string): Promise<readonly SpokenArticle[]> {
  const config = readConfig(process.env);
  const annotated = new Map(readAnnotatedArticles(gold).map((article) => [article.id, article]));
  const known = readAnnotatedSpeakers(speakers);
  const tagger = await openTagger(config);
  const articles: SpokenArticle[] = [];
  try {
    for await (const result of readArticles(fileInput(gold, {}, WORKING_DIRECTORY).source, config)) {
      if ("error" in result) throw result.error;
      const { article, givenId } = result;
      const [said, quotes] = [known.get(givenId ?? ""), annotated.get(givenId ?? "")?.quotes];
      if (!said || !quotes) continue;
      const tags = (await tagger?.tag(article.text, articleBlocks(article))) ?? NO_TAGS;
      const [bySettings, byRules] = [readArticle(article, tags), readArticle(article, NO_TAGS)];
      articles.push([withSpeakers(bySettings, quotes, said), withSpeakers(byRules, quotes, said)]);
    }
  } finally {
    await tagger?.close();
  }
  return articles;
}

function withSpeakers(
  evidence: SpeakerEvidence,
  quotes: readonly AttributedQuote[],
  said: Readonly<Record<string, AnnotatedSpeaker>>,
): SpokenReading {
  const { drafts, document } = evidence;
  const wanted = quotes.map(({ content }) => wordSet(document.text, content));
  const found = drafts.map(({ spans }) => wordSet(document.text, spans));
  const pairs = matchQuotes(wanted, found).flatMap((match): (readonly [DraftQuote, AnnotatedSpeaker])[] => {
    const [draft, speaker] = [drafts[match.found], said[quotes[match.gold]?.id ?? ""]];
    return draft && speaker ? [[draft, speaker]] : [];
  });
  return { evidence, speakers: new Map(pairs) };
}
