import { fileURLToPath } from "node:url";
import express, { type Router } from "express";
import { bundleAssets, bundlePage } from "../http/serve-bundle.ts";

/** Where `npm run build` puts the Playground. */
export const PLAYGROUND_DIRECTORY = fileURLToPath(new URL("../../dist/playground/", import.meta.url));

const NOT_BUILT_PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Verbatim</title>
<p>The Playground is not built yet: run <code>npm run build</code>, then load this page again.</p>
<p>GraphQL itself answers here: POST a query to <code>/graphql</code>.</p>
</html>
`;

/** All from this host, and no script that stands in the page; the editor writes its styles into the page itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** GET /graphql for a browser, and the files that its page asks for. Anything else goes on to GraphQL. */
export function playgroundRoutes(directory = PLAYGROUND_DIRECTORY): Router {
  const showPage = bundlePage({ directory, notBuiltPage: NOT_BUILT_PAGE, headers: HEADERS });
  const router = express.Router();
  router.use("/graphql/assets", ...bundleAssets({ directory }));
  router.get("/graphql", (request, response, next) => {
    if (request.query.query !== undefined || !prefersPage(request.headers.accept)) return next();
    return showPage(request, response, next);
  });
  return router;
}

const prefersPage = (accept: string | undefined): boolean => accept?.includes("text/html") ?? false;
