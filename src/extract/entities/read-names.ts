import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import { byStart, type EntityCluster } from "./entity-cluster.ts";
import { findNames } from "./find-names.ts";
import { labelNames, withLabelNames } from "./label-names.ts";
import { mergeNames } from "./merge-names.ts";
import { mergePeople } from "./merge-people.ts";
import type { NameMention } from "./name-mention.ts";
import { settleKinds } from "./settle-kinds.ts";

/** A name of the text with the entity it was put to. */
export interface NamedMention {
  readonly mention: NameMention;
  readonly cluster: EntityCluster;
}

/**
 * Every name of the document that was put to an entity, in text order.
 * @param drafts In text order: who speaks is rather a person, and under a label it is one whatever the words.
 */
export function readNames(document: Document, drafts: readonly DraftQuote[]): readonly NamedMention[] {
  const sources = drafts.flatMap(({ source }) => source ?? []);
  const labels = drafts.flatMap(({ basis, source }) => (basis === "LABEL" && source ? [source] : []));
  const mentions = withLabelNames(settleKinds(findNames(document), sources), labelNames(document, labels));
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
