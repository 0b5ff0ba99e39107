import type { Span } from "../../model/span.ts";
import type { TaggedName } from "../../model/tagged-name.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import { withBodyNames } from "./body-names.ts";
import { byStart, type EntityCluster } from "./entity-cluster.ts";
import { findNames } from "./find-names.ts";
import { labelNames, withLabelNames } from "./label-names.ts";
import { mergeNames } from "./merge-names.ts";
import { mergePeople } from "./merge-people.ts";
import type { NameMention } from "./name-mention.ts";
import { settleKinds } from "./settle-kinds.ts";
import { withTaggedNames } from "./tagged-names.ts";
import { trimPeople } from "./trim-people.ts";

/** A name of the text with the entity it was put to. */
export interface NamedMention {
  readonly mention: NameMention;
  readonly cluster: EntityCluster;
}

/**
 * Every name of the document that was put to an entity, in text order.
 * @param drafts In text order: who speaks is rather a person, and under a label it is one whatever the words.
 * @param tags What a trained tagger found; none when it is off.
 */
export function readNames(
  document: Document,
  drafts: readonly DraftQuote[],
  tags: readonly TaggedName[],
): readonly NamedMention[] {
  const sources = drafts.flatMap(({ source }) => source ?? []);
  const labels = drafts.flatMap(({ basis, source }) => (basis === "LABEL" && source ? [source] : []));
  const found = settleKinds(document, findNames(document).filter(opensNoQuestion(labels)), sources);
  const named = withBodyNames(document, trimPeople(document, withTaggedNames(document, found, tags, sources)));
  const mentions = withLabelNames(named, labelNames(document, labels));
  const { byMention, rest } = mergePeople(mentions);
  const people = [...byMention].map(([mention, { cluster }]) => ({ mention, cluster }));
  const others = (["ORGANIZATION", "PLACE"] as const).flatMap((kind) => {
    const clusters = mergeNames(
      kind,
      rest.filter((mention) => mention.kind === kind),
    );
    return [...clusters].map(([mention, cluster]) => ({ mention, cluster }));
  });
  return [...people, ...others].sort((a, b) => byStart(a.mention, b.mention));
}

/** "Q. Alone?": the letter of a question or answer is no initial of a name. */
function opensNoQuestion(labels: readonly Span[]): (mention: NameMention) => boolean {
  const letters = new Set(labels.filter(({ start, end }) => end - start === 1).map(({ start }) => start));
  return ({ start }) => !letters.has(start);
}
