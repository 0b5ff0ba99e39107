import type { EntityKind } from "../../model/entity.ts";
import { readable } from "../../model/text-noise.ts";
import { type Gender, genderOfFirstName, isListed } from "../lexicon/gazetteer.ts";
import { genderOfTitle, isAddress, isRole } from "../lexicon/role-nouns.ts";
import { mayBeSurnameFirst } from "../lexicon/surnames-first.ts";
import type { Block } from "../text/document.ts";
import type { Token } from "../text/token.ts";
import type { NameMention } from "./name-mention.ts";
import { nameWordsOf, nicknameOf } from "./name-parts.ts";
import { titleAfter, titleStart, titlesBefore } from "./read-title.ts";

/** Tokens `from` up to `to` of a block that are one name. */
export interface NameTokens {
  readonly from: number;
  readonly to: number;
}

/** Whether a role or form of address stands right before the name. */
export function isTitled(tokens: readonly Token[], { from }: NameTokens): boolean {
  const before = lowerAt(tokens, from - 1);
  return titleStart(tokens, from) < from && (isRole(before) || isAddress(before));
}

/** "a spokesman for Visby", "the mayor of Visby": who is put to the noun before it does not bear it as a title. */
const hangsOn = (tokens: readonly Token[], from: number): boolean =>
  /^(?:of|for|to|the|and|&|'s)$/.test(lowerAt(tokens, from - 1));

/** A name as the rest of the room knows it. @param kind Null when nothing near the name tells it. */
export function makeMention(text: string, block: Block, name: NameTokens, kind: EntityKind | null): NameMention {
  const { tokens } = block;
  const { from, to } = name;
  const reaches = isTitled(tokens, name) || (kind === "PERSON" && !hangsOn(tokens, from));
  const start = reaches ? titleStart(tokens, from) : from;
  const first = tokens[start] as Token;
  const address = genderOfAddress(tokens, start, from);
  const core = { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end };
  return {
    start: first.start,
    end: core.end,
    block: block.index,
    from,
    to,
    words: nameWordsOf(tokens.slice(from, to)),
    nickname: nicknameOf(tokens.slice(from, to)),
    core,
    kind,
    isSure: false,
    address,
    gender: address ?? genderOfName(tokens, start, name),
    titles: kind === "PERSON" ? titlesOf(text, tokens, start, name) : [],
  };
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";

function genderOfAddress(tokens: readonly Token[], start: number, from: number): Gender | null {
  for (let at = from - 1; at >= start; at--) {
    const gender = genderOfTitle(lowerAt(tokens, at));
    if (gender !== null) return gender;
  }
  return null;
}

/** What the first name tells; "Secretary Mark" has none. */
function genderOfName(tokens: readonly Token[], start: number, { from, to }: NameTokens): Gender | null {
  if (start < from && to === from + 1) return null;
  const first = lowerAt(tokens, from);
  if (to > from + 1 && opensWithSurname(first, lowerAt(tokens, to - 1))) return null;
  return isRole(first) || isAddress(first) || tokens[from]?.tag === "DT" ? null : genderOfFirstName(first);
}

/** "Nguyen Thi Khai": the given name, which would tell, stands last. "Lee Harvey Rehn" is none, where Rehn is a surname by some list. */
const opensWithSurname = (first: string, last: string): boolean => mayBeSurnameFirst(first) && !isListed(last, "LAST");

function titlesOf(text: string, tokens: readonly Token[], start: number, { from, to }: NameTokens): string[] {
  const after = titleAfter(tokens, to);
  const spans = [...titlesBefore(tokens, start, from), ...(after === null ? [] : [after])];
  return spans.map((span) => readable(text.slice(span.start, span.end)).replace(/\s+/g, " "));
}
