import type { Request, Response } from "express";

export interface Refusal {
  readonly status: number;
  /** Such as OVERLOADED. */
  readonly code: string;
  /** One sentence or two: what is wrong, and what to do about it. */
  readonly sentence: string;
}

/** JSON-RPC's code for errors that a server names itself (https://www.jsonrpc.org/specification#error_object). */
const SERVER_ERROR = -32_000;

/** Refuses a request in the words of the surface that it is for: GraphQL, MCP, the tools, or a page. */
export function refuse(request: Request, response: Response, { status, code, sentence }: Refusal): void {
  response.status(status).set("Cache-Control", "no-store");
  const { path } = request;
  if (path.startsWith("/graphql")) {
    response.json({ errors: [{ message: sentence, extensions: { code } }] });
  } else if (path.startsWith("/mcp")) {
    response.json({ jsonrpc: "2.0", id: null, error: { code: SERVER_ERROR, message: sentence, data: { code } } });
  } else if (path.startsWith("/tools") || path.startsWith("/draft/")) {
    response.json({ error: sentence, code });
  } else {
    response.type("text/plain").send(`${sentence}\n`);
  }
}
