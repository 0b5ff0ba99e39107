import type { Request } from "express";

/** The server's own origin, under the name by which a request called it, such as `http://127.0.0.1:4000`. */
export const ownOriginOf = (request: Request): string => `${request.protocol}://${request.get("Host")}`;

/** Where readers find the reading page, without a slash at its end: as it is told, else the address under which a request came. */
export const pageUrlOf = (request: Request, publicUrl: string | null): string => publicUrl ?? ownOriginOf(request);
