import { openTagger } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { readArticle } from "../../src/extract/extract-article.ts";
import type { DraftQuote } from "../../src/extract/quotes/draft-quote.ts";
import type { SpeakerEvidence } from "../../src/extract/speakers/resolve-speakers.ts";
import { fileInput } from "../../src/indexing/index-input.ts";
import { readArticles } from "../../src/ingest/read-articles.ts";
import { articleBlocks } from "../../src/model/article.ts";
import { NO_TAGS } from "../../src/model/article-tags.ts";
import { WORKING_DIRECTORY } from "../command-line.ts";
import { readAnnotatedArticles } from "../evaluate/quotes/annotated-article.ts";
import { type AnnotatedSpeaker, readAnnotatedSpeakers } from "../evaluate/quotes/annotated-speakers.ts";
import { matchQuotes } from "../evaluate/quotes/match-quotes.ts";
import { wordSet } from "../evaluate/quotes/word-set.ts";

/** An article as far as it is read before its speakers are, with who said each quote that is annotated. */
export interface SpokenArticle {
  readonly read: SpeakerEvidence;
  readonly speakers: ReadonlyMap<DraftQuote, AnnotatedSpeaker>;
}

/** The annotated articles whose speakers are, read as the settings say. @throws VerbatimError where they can't be read. */
export async function spokenArticles(gold: string, speakers: string): Promise<readonly SpokenArticle[]> {
  const config = readConfig(process.env);
  const annotated = new Map(readAnnotatedArticles(gold).map((article) => [article.id, article]));
  const known = readAnnotatedSpeakers(speakers);
  const tagger = await openTagger(config);
  const articles: SpokenArticle[] = [];
  try {
    for await (const result of readArticles(fileInput(gold, {}, WORKING_DIRECTORY).source, config)) {
      if ("error" in result) throw result.error;
      const { article, givenId = "" } = result;
      const [said, quotes] = [known.get(givenId ?? ""), annotated.get(givenId ?? "")?.quotes];
      if (!said || !quotes) continue;
      const read = readArticle(article, (await tagger?.tag(article.text, articleBlocks(article))) ?? NO_TAGS);
      const found = read.drafts.map(({ spans }) => wordSet(article.text, spans));
      const wanted = quotes.map(({ content }) => wordSet(article.text, content));
      const pairs = matchQuotes(wanted, found).flatMap(
        ({ gold, found }): (readonly [DraftQuote, AnnotatedSpeaker])[] => {
          const [draft, speaker] = [read.drafts[found], said[quotes[gold]?.id ?? ""]];
          return draft && speaker ? [[draft, speaker]] : [];
        },
      );
      articles.push({ read, speakers: new Map(pairs) });
    }
  } finally {
    await tagger?.close();
  }
  return articles;
}
