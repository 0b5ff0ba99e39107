import type { Request } from "express";
import { pageUrlOf } from "../http/own-origin.ts";
import { articleHead } from "./article-head.ts";
import type { ExportRoutesParts } from "./export-routes.ts";

/** What the head of an article's page holds, for the address that is asked for: `/article/ID?quote=ID`. */
export const headOfArticle =
  ({ answering, publicUrl }: ExportRoutesParts) =>
  (request: Request): Promise<string> => {
    const { quote } = request.query;
    const quoteId = typeof quote === "string" ? quote : null;
    return articleHead(answering(request).store, {
      articleId: String(request.params.id),
      quoteId,
      pageUrl: pageUrlOf(request, publicUrl),
    });
  };
