import type { Request } from "express";

/** Where readers find the reading page, without a slash at its end: as it is told, else the address under which a request came. */
export const pageUrlOf = (request: Request, publicUrl: string | null): string =>
  publicUrl ?? `${request.protocol}://${request.get("Host")}`;
