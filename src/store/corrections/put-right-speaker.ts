import type { CorrectedEntity } from "../../model/correction.ts";
import { type Quote, speakersOf } from "../../model/quote.ts";
import { overlaps } from "../../model/span.ts";
import { stableId } from "../../model/stable-id.ts";
import type { LinkableEntity } from "../quote-store.ts";
import type { ArticleReading } from "./article-reading.ts";
import { groupIdOf, speakerGroupId } from "./groups-by-hand.ts";

/** What people say is sure. */
const CERTAIN = 1;

/** The reading with a quote put to another speaker alone, who becomes one of the article's entities where none is that one for sure. */
export function withSpeaker(reading: ArticleReading, quoteId: string, speaker: CorrectedEntity): ArticleReading {
  const member = memberOf(reading, speaker) ?? newMember(reading.article.id, speaker);
  const entities = reading.entities.includes(member) ? reading.entities : [...reading.entities, member];
  return withAttribution({ ...reading, entities }, quoteId, member);
}

/** The reading with a quote put to nobody by name; words such as "a spokesman" still tell of the speaker. */
export const withoutSpeaker = (reading: ArticleReading, quoteId: string): ArticleReading =>
  withAttribution(reading, quoteId, null);

function withAttribution(reading: ArticleReading, quoteId: string, member: LinkableEntity | null): ArticleReading {
  const putRight = (quote: Quote): Quote => {
    const keepsMention = !namesAnother(quote, reading.entities, member);
    const onBehalfOfId = quote.onBehalfOfId === member?.id ? null : quote.onBehalfOfId;
    return {
      ...quote,
      speakerId: member?.id ?? null,
      coSpeakerIds: [],
      speakerMention: keepsMention ? quote.speakerMention : null,
      onBehalfOfId: keepsMention ? onBehalfOfId : null,
      confidence: CERTAIN,
    };
  };
  return { ...reading, quotes: reading.quotes.map((quote) => (quote.id === quoteId ? putRight(quote) : quote)) };
}

/** Whether the words that tell of the speaker name a former one, whom they must not be shown for any more. */
function namesAnother(quote: Quote, entities: readonly LinkableEntity[], member: LinkableEntity | null): boolean {
  const { speakerMention } = quote;
  if (speakerMention === null) return false;
  const former = new Set(speakersOf(quote).filter((id) => id !== member?.id));
  return entities.some(
    ({ id, mentions }) =>
      former.has(id) && mentions.some((mention) => mention.form === "NAME" && overlaps(mention, speakerMention)),
  );
}

/** The one of the article's entities that is the speaker by its own name, whatever else is in the index. */
const memberOf = ({ entities }: ArticleReading, speaker: CorrectedEntity): LinkableEntity | undefined =>
  entities.find((entity) => groupIdOf(entity) === speaker.id || entity.id === memberId(entity.articleId, speaker));

const newMember = (articleId: string, speaker: CorrectedEntity): LinkableEntity => ({
  id: memberId(articleId, speaker),
  articleId,
  kind: speaker.kind,
  name: speaker.name,
  aliases: [],
  titles: [],
  mentions: [],
  linkKey: null,
  person: null,
  groupId: speakerGroupId(speaker.id),
});

const memberId = (articleId: string, { id }: CorrectedEntity): string => stableId("entity", articleId, "by hand", id);
