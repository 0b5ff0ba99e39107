import { fileURLToPath } from "node:url";
import express, { type Request, type Router } from "express";
import { type Bundle, bundleAssets, bundlePage, bundlePageWithHead } from "../http/serve-bundle.ts";

/** Where `npm run build` puts the reading page. */
export const WEB_DIRECTORY = fileURLToPath(new URL("../../dist/web/", import.meta.url));

/** One page shows all of these: its script reads the address. */
const PAGE_PATHS = ["/", "/person/:id", "/verify", "/draft", "/corrections"];

const NOT_BUILT_PAGE = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Verbatim</title>
<p>The reading page is not built yet: run <code>npm run build</code>, then load this page again.</p>
<p>Everything it shows can be asked for at <a href="/graphql">/graphql</a>, too.</p>
</html>
`;

/** Nothing from another host, nothing inline, no frame around it: words of articles can run nothing, and tell nobody. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS: NonNullable<Bundle["headers"]> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  // With "no-referrer" a browser sends forms without their origin, as another site would.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

interface WebRoutesParts {
  /** The folder of the built page, with a slash at its end. */
  readonly directory?: string;
  /** Tags for the head of an article's page, as HTML; none where they are not wanted. */
  readonly articleHead?: (request: Request) => Promise<string>;
}

/** The reading page at /, /article/ID, /person/ID, /verify, /draft and /corrections, and the files it asks for under /assets. */
export function webRoutes({ directory = WEB_DIRECTORY, articleHead = noHead }: WebRoutesParts = {}): Router {
  const router = express.Router();
  const bundle = { directory, notBuiltPage: NOT_BUILT_PAGE, headers: HEADERS };
  router.use("/assets", ...bundleAssets({ directory }));
  router.get("/article/:id", bundlePageWithHead(bundle, articleHead));
  router.get(PAGE_PATHS, bundlePage(bundle));
  return router;
}

const noHead = async (): Promise<string> => "";
