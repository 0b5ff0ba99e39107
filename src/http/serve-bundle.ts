import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import express, { type Request, type RequestHandler } from "express";

/** A page and its files, as Vite builds them. */
export interface Bundle {
  /** Where `npm run build` puts it, with a slash at its end: `index.html`, and `assets/` beside it. */
  readonly directory: string;
  /** What a browser sees until it is built: a page of HTML. */
  readonly notBuiltPage: string;
  /** Sent with the page, such as its Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The bundle's page, asked for anew each time; 503 until it is built. */
export function bundlePage({ directory, notBuiltPage, headers = {} }: Bundle): RequestHandler {
  return (_request, response) => {
    response.set(headers);
    if (!existsSync(`${directory}index.html`)) return void response.status(503).type("html").send(notBuiltPage);
    response.sendFile("index.html", { root: directory, cacheControl: false, headers: { "Cache-Control": "no-cache" } });
  };
}

/** The same with something more in its head. @param headOf Tags, as HTML, for the address that is asked for. */
export function bundlePageWithHead(bundle: Bundle, headOf: (request: Request) => Promise<string>): RequestHandler {
  const plain = bundlePage(bundle);
  return async (request, response, next) => {
    const file = `${bundle.directory}index.html`;
    const head = existsSync(file) ? await headOf(request) : "";
    if (head === "") return plain(request, response, next);
    const page = await readFile(file, "utf8");
    // A function, since a text put in by itself might hold a sign that `replace` reads.
    const withHead = page.replace("</head>", () => `${head}\n</head>`);
    response
      .set({ ...bundle.headers, "Cache-Control": "no-cache" })
      .type("html")
      .send(withHead);
  };
}

/** The files that the page asks for: for ever in the browser's cache, as Vite names each by its content's hash; else 404. */
export function bundleAssets({ directory }: Pick<Bundle, "directory">): readonly RequestHandler[] {
  const files = express.static(`${directory}assets`, { immutable: true, maxAge: "1y", index: false });
  return [files, (_request, response) => void response.sendStatus(404)];
}
