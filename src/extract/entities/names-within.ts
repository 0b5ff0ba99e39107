import { firstFrom, type Span } from "../../model/span.ts";
import type { NamedMention } from "./read-names.ts";

/** The names that begin within a stretch. @param names In text order. */
export function namesWithin(names: readonly NamedMention[], { start, end }: Span): readonly NamedMention[] {
  const startOf = ({ mention }: NamedMention) => mention.start;
  return names.slice(firstFrom(names, start, startOf), firstFrom(names, end, startOf));
}
