import type { ArticleReading } from "../../corrections/article-reading.ts";
import { correctArticle } from "../../corrections/correct-article.ts";
import type { Connection } from "../connection.ts";
import { standingInArticle } from "./correction-rows.ts";
import { writeSubjects } from "./correction-subjects.ts";
import { keepFound } from "./found-article.ts";

/** What is to be told of an article that is in: what was found, which is kept where people have put something right in it. */
export function correctedNow(connection: Connection, found: ArticleReading): ArticleReading {
  const { reading, quoteIds } = correctArticle(found, standingInArticle(connection, found.article.id));
  for (const [correctionId, quoteId] of quoteIds) writeSubjects(connection, correctionId, [quoteId]);
  keepFound(connection, found, reading !== found);
  return reading;
}
