import { linkKey } from "../src/indexing/link-key.ts";
import { articleEntityId } from "../src/model/entity.ts";
import type { LinkableEntity } from "../src/store/quote-store.ts";

/** A person of an article that is put into the index without being read: known by one name, mentioned nowhere. */
export const speakerEntity = (articleId: string, name: string): LinkableEntity => ({
  id: articleEntityId(articleId, "PERSON", name),
  articleId,
  kind: "PERSON",
  name,
  aliases: [],
  titles: [],
  mentions: [],
  linkKey: linkKey({ kind: "PERSON", name }),
});
