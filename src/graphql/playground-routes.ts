import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import express, { type RequestHandler, type Router } from "express";

/** Where `npm run build` puts the Playground. */
export const PLAYGROUND_DIRECTORY = fileURLToPath(new URL("../../dist/playground/", import.meta.url));

const NOT_BUILT_PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Verbatim</title>
<p>The Playground is not built yet: run <code>npm run build</code>, then load this page again.</p>
<p>GraphQL itself answers here: POST a query to <code>/graphql</code>.</p>
</html>
`;

/** GET /graphql for a browser, and the files that its page asks for. Anything else goes on to GraphQL. */
export function playgroundRoutes(directory = PLAYGROUND_DIRECTORY): Router {
  const router = express.Router();
  router.use("/graphql/assets", assets(directory), (_request, response) => void response.sendStatus(404));
  router.get("/graphql", (request, response, next) => {
    if (request.query.query !== undefined || !prefersPage(request.headers.accept)) return next();
    if (!existsSync(`${directory}index.html`)) return void response.status(503).type("html").send(NOT_BUILT_PAGE);
    response.sendFile("index.html", { root: directory, cacheControl: false, headers: { "Cache-Control": "no-cache" } });
  });
  return router;
}

/** Vite names each file by its content's hash, so that a file never changes under its name. */
const assets = (directory: string): RequestHandler =>
  express.static(`${directory}assets`, { immutable: true, maxAge: "1y", index: false });

const prefersPage = (accept: string | undefined): boolean => accept?.includes("text/html") ?? false;
