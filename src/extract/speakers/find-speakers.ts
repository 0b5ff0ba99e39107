import type { Span } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { namedSpeaker } from "./named-speaker.ts";
import { TitledPeople } from "./nominal-speaker.ts";
import type { ResolvedPronoun } from "./resolve-pronouns.ts";

/** By which words the speaker is known: a name, a pronoun, a title ("the mayor"), other words, or none. */
export type SourceForm = "NAME" | "PRONOUN" | "TITLE" | "OTHER" | "NONE";

export interface FoundSpeaker {
  readonly speaker: EntityCluster | null;
  readonly form: SourceForm;
}

/** Who is meant by each quote's source, in the order of the quotes. */
export function findSpeakers(
  text: string,
  drafts: readonly DraftQuote[],
  names: readonly NamedMention[],
  pronouns: readonly ResolvedPronoun[],
): readonly FoundSpeaker[] {
  const titled = new TitledPeople(names);
  const byStart = new Map(pronouns.map((pronoun) => [pronoun.start, pronoun.person]));
  return drafts.map(({ source }) => (source ? speakerOf(source) : { speaker: null, form: "NONE" as const }));

  function speakerOf(source: Span): FoundSpeaker {
    const named = namedSpeaker(text, source, names);
    if (named) return { speaker: named, form: "NAME" };
    if (/^(?:he|she)$/i.test(text.slice(source.start, source.end))) {
      return { speaker: byStart.get(source.start) ?? null, form: "PRONOUN" };
    }
    const bearer = titled.bearer(text, source);
    return bearer ? { speaker: bearer, form: "TITLE" } : { speaker: null, form: "OTHER" };
  }
}
