import { firstFrom, type Span } from "../../model/span.ts";
import type { Turn } from "../../model/turn.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";

/** What a mention before the interview tells: the headline most, then who is said to have been talked to. */
const IN_HEADLINE = 3;
const TALKED_TO = 2;
const MENTIONED = 1;
const MOST_MENTIONS = 3;
/** The one interviewed stands out by so much, or nobody is named. */
const MIN_LEAD = 2;

/** "Interview with ...", "We met her at the landing", "spoke to": right before whom somebody talked to. */
const TALKING =
  /\b(?:interview(?:s|ed|ing)?(?: with)?|(?:spoke|speaks|talked|talks|chatted|sat down|caught up|conversation|q ?& ?a) (?:with|to)|met|asked|asks)\s+(?:[\p{L}.,'’-]+\s+){0,14}$/iu;
/** How far before a name such words are looked for, in UTF-16 units. */
const LOOKED_BACK = 160;

/** Answers whose label names nobody are those of the one interviewed, where headline and introduction name one above all. */
export function withInterviewee(
  document: Document,
  drafts: readonly DraftQuote[],
  names: readonly NamedMention[],
): readonly DraftQuote[] {
  const answers = document.turns.filter(({ part, speaker }) => part === "ANSWER" && speaker === null);
  const source = answers.length === 0 ? null : interviewee(document, names);
  if (source === null) return drafts;
  const starts = new Set(answers.map(({ words }) => words[0]?.start));
  return drafts.map((draft) =>
    draft.kind === "TRANSCRIPT" && draft.source === null && starts.has(draft.spans[0]?.start)
      ? { ...draft, source }
      : draft,
  );
}

/** Where the one interviewed is named first, or null. */
function interviewee(document: Document, names: readonly NamedMention[]): Span | null {
  const before = namedBefore(names, document.turns[0] as Turn);
  const [best, second] = [...scores(document, before)].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] - (second?.[1] ?? 0) < MIN_LEAD) return null;
  const first = before.find(({ cluster }) => cluster === best[0]);
  return first ? { start: first.mention.start, end: first.mention.end } : null;
}

function namedBefore(names: readonly NamedMention[], first: Turn): readonly NamedMention[] {
  const before = names.slice(
    0,
    firstFrom(names, first.start, ({ mention }) => mention.start),
  );
  return before.filter(({ cluster }) => cluster.kind === "PERSON");
}

function scores({ text, blocks }: Document, before: readonly NamedMention[]): ReadonlyMap<EntityCluster, number> {
  const title = blocks[0]?.isTitle ? blocks[0] : null;
  const counted = new Map<EntityCluster, { mentions: number; inHeadline: number; talkedTo: number }>();
  for (const { mention, cluster } of before) {
    const so = counted.get(cluster) ?? { mentions: 0, inHeadline: 0, talkedTo: 0 };
    const behind = text.slice(Math.max(0, mention.start - LOOKED_BACK), mention.start);
    counted.set(cluster, {
      mentions: so.mentions + 1,
      inHeadline: title !== null && mention.start < title.end ? 1 : so.inHeadline,
      talkedTo: TALKING.test(behind) ? 1 : so.talkedTo,
    });
  }
  return new Map(
    [...counted].map(([cluster, { mentions, inHeadline, talkedTo }]) => [
      cluster,
      IN_HEADLINE * inHeadline + TALKED_TO * talkedTo + MENTIONED * Math.min(mentions, MOST_MENTIONS),
    ]),
  );
}
