import { firstFrom, overlaps, type Span } from "../../model/span.ts";
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
import { withSpeakingNames } from "./speaking-names.ts";
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
  const labels = inTextOrder(drafts.flatMap(({ basis, source }) => (basis === "LABEL" && source ? [source] : [])));
  const ruled = findNames(document);
  const told = withTaggedNames(document, settleKinds(document, ruled, sources), tags, sources);
  const speaking = withSpeakingNames(document, ruled, told, tags, sources);
  const named = withBodyNames(document, trimPeople(document, speaking));
  const mentions = withLabelNames(named.filter(standsInNoLabel(document)), labelNames(document, labels));
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

/** Each once: several turns may be told by one place. */
const inTextOrder = (labels: readonly Span[]): readonly Span[] =>
  [...new Map(labels.map((label) => [label.start, label])).values()].sort(byStart);

/** "Q. Alone?", "[A. M. 9:30]", "(Dalebrook North)": what a label has beside the speaker's name is nobody, and its role may have a body or a place. */
function standsInNoLabel({ turns }: Document): (mention: NameMention) => boolean {
  return (mention) => {
    const turn = turns[firstFrom(turns, mention.start + 1, ({ start }) => start) - 1];
    const words = turn?.words[0];
    if (turn === undefined || words === undefined || mention.start >= words.start) return true;
    const isIn = (span: Span | null): boolean => span !== null && overlaps(span, mention);
    return isIn(turn.speaker) || (isIn(turn.role) && mention.kind !== "PERSON");
  };
}
