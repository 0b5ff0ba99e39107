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
  /\b(?:interview(?:s|ed|ing)?(?: with)?|(?:spoke|speaks|talked|talks|chatted|sat down|caught up|conversation|q ?& ?a) (?:with|to)|met|asked|asks)[ \u00a0]+(?:(?!(?:on|about|over|amid|after)\s)[\p{L}.,'’-]+[ \u00a0]+){0,14}$/iu;
/** "Rehn, who keeps the lock, answers your letters": right behind who does so. Who "speaks to" somebody asks. */
const ANSWERING =
  /^[^.!?]{0,80}?\b(?:answers|explains|discusses|reflects|looks back|(?:talks|speaks) (?:about|of|on)|tells (?:us|our|the|how|why))\b/i;
/** Right behind who speaks to somebody. */
const ASKING =
  /^(?:(?!\b(?:who|which|that)\b)[^.!?]){0,60}?\b(?:(?:speaks|spoke|talks|talked|chats|chatted|sits? down|sat down|catches up|caught up) (?:to|with)|interview(?:s|ed)|asks|asked|meets)\s/i;
const SPOKE = "(?:spoke|speaks|talked|talks|sat down) (?:with|to)";
/** "She spoke with our reporter Iris Dahl": the one who is named asks. */
const SPOKE_WITH_REPORTER = new RegExp(
  String.raw`\b(?:he|she) (?:${SPOKE}|met)[ \u00a0]+(?:\p{L}+[ \u00a0]+){0,3}(?:reporter|editor|correspondent|journalist|writer|columnist|interviewer)[ \u00a0]+$`,
  "iu",
);
/** "She spoke with Iris Dahl", who is named there first: either may be the one interviewed. */
const SPOKE_WITH = new RegExp(String.raw`\b(?:he|she) ${SPOKE}[ \u00a0]+$`, "iu");
const BYLINE = /(?:^|\n|\. )(?:by|words|interview|photos?|pictures?|interviewed by|as told to)[: ]+$/i;
/** "Dear Ana," before the name, and "<ana@post.example> wrote:" behind it: the questions in a reply by mail are theirs. */
const ADDRESSED = /(?:^|\n)(?:dear|hi|hello|hey)[ ,]+(?:(?:mr|mrs|ms|dr)\.? )?$/i;
const WROTE = /^[^.!?\n]{0,20}(?:<[^<>\s]+> ?)?(?:wrote|writes):/i;
/** "... on the Rehn report": whom the talk is about. */
const TOPIC = /\b(?:on|about|over|amid|after)\s+(?:[\p{L}'’-]+\s+){0,3}$/iu;
/** That there was a talk at all, where the introduction names one person only. */
const TALK = /\b(?:interview\w*|spoke|speaks|talk\w*|sat down|conversation|met|asked|answer\w*|tells|discuss\w*)\b/i;
/** So much before the first question is read for it, in UTF-16 units. */
const INTRODUCTION = 4_000;
/** How far before or behind a name such words are looked for, in UTF-16 units. */
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

/** What the introduction tells of one person. */
interface Told {
  readonly mentions: number;
  readonly inHeadline: boolean;
  readonly isTalkedTo: boolean;
  /** Who asks, or writes it down. */
  readonly isAsking: boolean;
  /** Whom the talk is about, by the headline. */
  readonly isTopic: boolean;
}

/** Where the one interviewed is named first, or null. */
function interviewee(document: Document, names: readonly NamedMention[]): Span | null {
  const first = document.turns[0] as Turn;
  const before = namedBefore(names, first);
  const told = [...readIntroduction(document, before)].filter(([, { isTopic, isAsking }]) => !isTopic && !isAsking);
  const [best, second] = told
    .map(([cluster, one]) => ({ cluster, one, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score);
  if (best === undefined || (second !== undefined && best.score - second.score < MIN_LEAD)) return null;
  const isTold =
    best.one.inHeadline || best.one.isTalkedTo || (told.length === 1 && TALK.test(introductionOf(document, first)));
  const mention = before.find(({ cluster }) => cluster === best.cluster)?.mention;
  return isTold && mention ? { start: mention.start, end: mention.end } : null;
}

function namedBefore(names: readonly NamedMention[], first: Turn): readonly NamedMention[] {
  const before = names.slice(
    0,
    firstFrom(names, first.start, ({ mention }) => mention.start),
  );
  return before.filter(({ cluster }) => cluster.kind === "PERSON");
}

const introductionOf = ({ text }: Document, { start }: Turn): string =>
  text.slice(Math.max(0, start - INTRODUCTION), start);

const scoreOf = ({ mentions, inHeadline, isTalkedTo }: Told): number =>
  (inHeadline ? IN_HEADLINE : 0) + (isTalkedTo ? TALKED_TO : 0) + MENTIONED * Math.min(mentions, MOST_MENTIONS);

function readIntroduction(
  { text, blocks }: Document,
  before: readonly NamedMention[],
): ReadonlyMap<EntityCluster, Told> {
  const titleEnd = blocks[0]?.isTitle ? blocks[0].end : 0;
  const told = new Map<EntityCluster, Told>();
  for (const { mention, cluster } of before) {
    const so = told.get(cluster) ?? {
      mentions: 0,
      inHeadline: false,
      isTalkedTo: false,
      isTopic: false,
      isAsking: false,
    };
    const behind = text.slice(Math.max(0, mention.start - LOOKED_BACK), mention.start);
    const ahead = text.slice(mention.end, mention.end + LOOKED_BACK);
    const inHeadline = mention.start < titleEnd;
    const isTopic = inHeadline && TOPIC.test(behind);
    const isNew = so.mentions === 0 && !inHeadline;
    const withTitle = text.slice(Math.max(0, mention.core.start - LOOKED_BACK), mention.core.start);
    const isReporter = isNew && SPOKE_WITH_REPORTER.test(withTitle);
    const isEither = isNew && SPOKE_WITH.test(behind);
    told.set(cluster, {
      mentions: so.mentions + 1,
      inHeadline: so.inHeadline || (inHeadline && !isTopic),
      isTalkedTo: so.isTalkedTo || (!isReporter && !isEither && TALKING.test(behind)) || ANSWERING.test(ahead),
      isTopic: so.isTopic || isTopic,
      isAsking:
        so.isAsking ||
        isReporter ||
        [BYLINE, ADDRESSED].some((asks) => asks.test(behind)) ||
        [ASKING, WROTE].some((asks) => asks.test(ahead)),
    });
  }
  return told;
}
