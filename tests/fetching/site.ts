import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

export interface Site {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The paths that were asked for, in order, without robots.txt. */
  readonly asked: readonly string[];
  close(): void;
}

/** A real server on the loopback that answers each path so; others are 404. */
export async function startSite(answers: Readonly<Record<string, Answer>>): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path !== "/robots.txt") asked.push(path);
    const answer = answers[path];
    if (answer !== undefined) return answer(request, response, origin);
    response.statusCode = 404;
    response.end("Nothing here.");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, asked, close };
}

export const send =
  (type: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response, origin) => {
    response.writeHead(200, { "content-type": type, ...headers });
    response.end(typeof body === "string" ? body.replaceAll("ORIGIN", origin) : body);
  };

export const redirect =
  (to: string): Answer =>
  (_request, response) => {
    response.writeHead(302, { location: to });
    response.end();
  };
