import type { EntityKind } from "../../model/entity.ts";
import type { Span } from "../../model/span.ts";
import type { Document } from "../text/document.ts";
import { makeMention } from "./make-mention.ts";
import { nameEvidence } from "./name-evidence.ts";
import { likeliestKind } from "./name-kind.ts";
import type { NameMention, RuledName } from "./name-mention.ts";

/**
 * A name counts from this probability on. Cross-validated by article on DATA/gum/train F1 is the same from .35 to .45; the
 * highest of these takes fewest words for names that are none.
 */
const MIN_PROBABILITY = 0.45;

/**
 * From this probability on a body or place stands even where the tagger passed it over: on half of DATA/uner F1 of bodies
 * 49.8 instead of 49.1, of places 72.1 instead of 71.1. People don't: nobody is better than a person who is none.
 */
const SURE = 0.8;

/**
 * Says of each run of capitals what it names: by the rules where they are sure, else from its words, its neighbours and
 * its other places in the article; null where nothing tells enough. Dates, peoples and the like are left out.
 * @param sources The sources of quotes: who speaks is rather a person.
 */
export function settleKinds(document: Document, found: readonly RuledName[], sources: readonly Span[]): NameMention[] {
  const evidenceOf = nameEvidence(document, found, new Set(sources.map(({ start }) => start)));
  const surnames = titledSurnames(found);
  return found.flatMap((name) => {
    if (name.verdict === "OPEN" && name.words.length === 2 && surnames.has(name.words[1] ?? ""))
      return [ofKind(document, name, "PERSON")];
    if (name.isSure) return name.verdict === "NONE" ? [] : [name];
    const { kind, probability } = likeliestKind(evidenceOf(name));
    if (probability >= MIN_PROBABILITY) {
      return [{ ...ofKind(document, name, kind), isSure: kind !== "PERSON" && probability >= SURE }];
    }
    return name.verdict === "NONE" ? [] : [ofKind(document, name, null)];
  });
}

/** Rehn, where the article has a Mr Rehn: so is Quirrin Rehn a person. */
const titledSurnames = (found: readonly RuledName[]): ReadonlySet<string> =>
  new Set(
    found.flatMap(({ kind, words, start, core }) =>
      kind === "PERSON" && words.length === 1 && start < core.start ? words : [],
    ),
  );

function ofKind({ text, blocks }: Document, name: RuledName, kind: EntityKind | null): NameMention {
  const block = blocks[name.block];
  return block === undefined || kind === name.kind ? name : makeMention(text, block, name, kind);
}
