import { connectionType } from "../connection/connection-type.ts";
import { QuoteType } from "./quote-type.ts";

export const QuoteConnection = connectionType("Quote", () => QuoteType, "quotes");
