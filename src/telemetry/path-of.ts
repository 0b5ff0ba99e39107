import type { Request } from "express";

/** Where a request goes, without its parameters, which hold the words of a search. */
export const pathOf = ({ originalUrl }: Pick<Request, "originalUrl">): string => originalUrl.split("?", 1)[0] ?? "";
