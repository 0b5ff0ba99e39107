import type { Tool } from "./tool.ts";
import { answerQuestionTool } from "./tools/answer-question.ts";
import { fetchTool } from "./tools/fetch.ts";
import { findEntityTool } from "./tools/find-entity.ts";
import { getContextTool } from "./tools/get-context.ts";
import { listArticlesTool } from "./tools/list-articles.ts";
import { searchTool } from "./tools/search.ts";
import { searchQuotesTool } from "./tools/search-quotes.ts";
import { verifyDraftTool } from "./tools/verify-draft.ts";
import { verifyQuoteTool } from "./tools/verify-quote.ts";

/** Every tool, in the order in which a model reads of them. */
export const TOOLS: readonly Tool[] = [
  searchQuotesTool,
  getContextTool,
  verifyQuoteTool,
  verifyDraftTool,
  answerQuestionTool,
  findEntityTool,
  listArticlesTool,
  searchTool,
  fetchTool,
];
