import express, { type ErrorRequestHandler, type RequestHandler } from "express";

/** Bytes of a request: the longest draft allowed, in any script, with what JSON escapes in it. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** What the parser tells of a body it refuses: https://github.com/expressjs/body-parser#errors */
interface BodyError {
  readonly type: string;
  readonly status: number;
}

export const readJsonBody = (): RequestHandler => express.json({ limit: MAX_BODY_BYTES });

/** Tells of a refused body as GraphQL tells of errors, where Express would send a page. */
export const tellBadBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!isBodyError(error)) return next(error);
  response
    .status(error.status)
    .json({ errors: [{ message: sentenceFor(error), extensions: { code: codeFor(error) } }] });
};

const isBodyError = (error: unknown): error is BodyError =>
  error instanceof Error && "type" in error && "status" in error && typeof error.status === "number";

const codeFor = ({ status }: BodyError): string => (status === 413 ? "REQUEST_TOO_LARGE" : "BAD_REQUEST");

function sentenceFor({ type }: BodyError): string {
  switch (type) {
    case "entity.too.large":
      return `The request is longer than ${MAX_BODY_BYTES} bytes.`;
    case "entity.parse.failed":
      return 'The request\'s body is not JSON: send {"query": "...", "variables": {...}}.';
    default:
      return "The request's body could not be read: send JSON in UTF-8.";
  }
}
