import { connectionType } from "../connection/connection-type.ts";
import { ArticleType } from "./article-type.ts";

export const ArticleConnection = connectionType("Article", () => ArticleType, "articles");
