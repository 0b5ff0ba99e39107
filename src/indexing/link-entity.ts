import { type Gender, genderOfFirstName } from "../extract/lexicon/gazetteer.ts";
import type { ArticleEntity } from "../model/entity.ts";
import type { LinkableEntity } from "../store/quote-store.ts";
import { linkKey } from "./link-key.ts";
import { readPersonName } from "./person-name.ts";

/** An article's entity with what joins it to those of other articles. */
export function linkEntity(entity: ArticleEntity, text: string): LinkableEntity {
  const name = entity.kind === "PERSON" ? readPersonName(entity.name) : null;
  if (name === null) return { ...entity, linkKey: entity.kind === "PERSON" ? null : linkKey(entity), person: null };
  return { ...entity, linkKey: linkKey(entity), person: { ...name, gender: genderIn(text, entity) } };
}

const SPEAKS_OF_HIM = /^(?:he|him|his|himself)$/i;
const SPEAKS_OF_HER = /^(?:she|her|hers|herself)$/i;
const CALLS_HIM = /^(?:mr|mister|sir)\b/i;
const CALLS_HER = /^(?:mrs|ms|miss|madam|dame)\b/i;

/** By the forms of address and the pronouns of the article, whichever there are more of; else by the first name. */
function genderIn(text: string, { name, mentions }: ArticleEntity): Gender | null {
  let balance = 0;
  for (const { start, end } of mentions) {
    const words = text.slice(start, end);
    if (SPEAKS_OF_HIM.test(words) || CALLS_HIM.test(words)) balance += 1;
    if (SPEAKS_OF_HER.test(words) || CALLS_HER.test(words)) balance -= 1;
  }
  if (balance !== 0) return balance > 0 ? "MALE" : "FEMALE";
  return name.includes(" ") ? genderOfFirstName(name.split(" ")[0]?.toLowerCase() ?? "") : null;
}
