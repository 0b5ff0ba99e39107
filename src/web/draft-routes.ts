import express, { type ErrorRequestHandler, type Router } from "express";
import { VerbatimError } from "../errors.ts";

/**
 * `POST /draft/text?name=draft.docx` with the bytes of a file gives its text as `{"text"}`, or `{"error"}` with a sentence. Nothing is
 * kept. A page of another site can't ask: the type of the body makes browsers ask first, and nobody allows it.
 */
export function draftRoutes(maxFileBytes: number): Router {
  const router = express.Router();
  const readBytes = express.raw({ type: "application/octet-stream", limit: maxFileBytes });
  router.post("/draft/text", readBytes, async (request, response) => {
    const { name } = request.query;
    const bytes: unknown = request.body;
    try {
      if (typeof name !== "string" || name === "") throw new VerbatimError("BAD_INPUT", NO_NAME);
      // Loaded with the first file: what reads articles takes 50 MB.
      const { articleOfFile } = await import("../draft/read-draft.ts");
      // Of a body without a byte there is none, whatever its type.
      const { text } = await articleOfFile(name, Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0));
      response.json({ text });
    } catch (error) {
      if (!(error instanceof VerbatimError)) throw error;
      response.status(400).json({ error: error.message });
    }
  });
  return router.use("/draft/text", tellBadBody(maxFileBytes));
}

const NO_NAME = "Name the file in the address, so that its ending tells its format: /draft/text?name=draft.docx";

/** What Express could not read: https://github.com/expressjs/body-parser#errors */
const tellBadBody =
  (maxFileBytes: number): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (!(error instanceof Error && "status" in error && typeof error.status === "number")) return next(error);
    const sentence =
      error.status === 413
        ? `The file has more than ${maxFileBytes.toLocaleString("en")} bytes. Save its text as .txt, or raise VERBATIM_MAX_ARTICLE_MB.`
        : "The file could not be read: send its bytes as application/octet-stream.";
    response.status(error.status).json({ error: sentence });
  };
