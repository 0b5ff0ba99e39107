import express, { type ErrorRequestHandler, type Request, type Response, type Router } from "express";
import { type ErrorCode, VerbatimError } from "../errors.ts";
import { ServiceError } from "../model/service-fault.ts";
import { explainFailure } from "./explain-failure.ts";
import { readArguments } from "./forgiving-input.ts";
import { toOpenAiTool } from "./openai-tools.ts";
import type { Tool, ToolParts } from "./tool.ts";
import { TOOLS } from "./tools.ts";

export interface ToolRoutesParts {
  /** What answers a request. */
  readonly partsFor: (request: Request) => ToolParts;
  readonly maxBodyBytes: number;
}

/**
 * The tools for a loop of one's own, without MCP: `GET /tools.json` is what goes into `tools` of a chat completion, and
 * `POST /tools/NAME` with the arguments of a call gives what the tool's output schema says; else `error` has a sentence
 * about what to try next, fit to be handed to the model.
 */
export function toolRoutes({ partsFor, maxBodyBytes }: ToolRoutesParts): Router {
  const router = express.Router();
  router.get("/tools.json", (_request, response) => void response.json(TOOLS.map(toOpenAiTool)));
  router.post("/tools/:name", express.json({ limit: maxBodyBytes }), async (request, response) => {
    const tool = TOOLS.find(({ name }) => name === request.params.name);
    if (tool) await answer(tool, partsFor(request), request.body, response);
    else tell(response, 404, `There is no such tool. There are ${TOOLS.map(({ name }) => name).join(", ")}.`);
  });
  return router.use("/tools", tellBadBody);
}

async function answer(tool: Tool, parts: ToolParts, body: unknown, response: Response): Promise<void> {
  const { success, data, error } = readArguments(tool.input, body);
  if (!success) return tell(response, 400, error);
  try {
    parts.onOperation(tool.name);
    const { structured } = await tool.answer(parts, data);
    response.json(structured);
  } catch (failure) {
    tell(response, statusOf(failure), explainFailure(failure, parts.logger));
  }
}

/** Of errors of a request that are not about the arguments; all others are. */
const STATUS: Partial<Record<ErrorCode, number>> = { ARTICLE_NOT_FOUND: 404, TIMED_OUT: 504 };

function statusOf(failure: unknown): number {
  if (failure instanceof ServiceError) return 503;
  return failure instanceof VerbatimError ? (STATUS[failure.code] ?? 400) : 500;
}

/** What Express could not read: https://github.com/expressjs/body-parser#errors */
const tellBadBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof Error && "status" in error && typeof error.status === "number")) return next(error);
  tell(response, error.status, 'Send the arguments as one JSON object, such as {"query": "flood defences"}.');
};

const tell = (response: Response, status: number, error: string): void => void response.status(status).json({ error });
