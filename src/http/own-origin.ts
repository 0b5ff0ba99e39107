import type { Request } from "express";

/** Whether an origin is the server's own, under the name by which it is called. */
export const isOwnOrigin = (origin: string, request: Request): boolean =>
  origin === `${request.protocol}://${request.get("Host")}`;
