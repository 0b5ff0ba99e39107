import { readLabel } from "../label.ts";
import { isOffice, isUnnamed } from "../label-name.ts";
import { openingAt } from "../opening.ts";
import type { TurnLayout } from "../turn-layout.ts";

/**
 * `Mr. REHN of Ohio. Madam Speaker, ...`, `The SPEAKER pro tempore (Ms. Rehn). ...`, and in hearings `Chairman Rehn. ...`, `ANA REHN. ...`,
 * `The Chairman. ...`, `Voice. ...`, in French houses `M. Rehn. ...`, `Mme Ana Rehn, ministre. ...`: a full stop where others have a colon.
 */
const MEMBER = String.raw`(?:(?:M|Mr|Mrs|Ms|Miss|Dr|Gen|Adm|Col)\.|Mme|Mlle|Chair(?:man|woman)?|Senator|Representative|Secretary|Director|Ambassador|General|Admiral|Judge|Justice|Governor|Commissioner|Administrator) \p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}(?: of \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})?(?:, \p{Lu}[^.,:;!?]{2,80})?`;
/** "Mme la présidente. ...": an office of a French house, which names nobody. */
const FRENCH_OFFICE = String.raw`(?:M\.|Mme) l[ae] \p{Ll}[\p{Ll}-]+(?: [\p{L}-]+){0,5}`;
const OFFICER = String.raw`The \p{Lu}{2}\p{L}*(?: \p{Lu}{2}\p{L}*){0,3}(?: pro tempore)?(?: \([^()]{1,60}\))?`;
/** Of hearings; "The Senate. That is where ..." is a sentence. */
const PART = String.raw`(?:The )?\p{Lu}[\p{L}-]+(?: \p{L}+){0,3}`;
const SHOUTED = String.raw`\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,3} \p{Lu}[\p{Lu}'’-]+`;
const BEHIND = String.raw`\.(?=\s+["“]?\p{Lu})\s+`;
const HEAD = new RegExp(`^(${MEMBER}|${OFFICER}|${SHOUTED})${BEHIND}`, "u");
const FRENCH_OFFICE_HEAD = new RegExp(`^${FRENCH_OFFICE}${BEHIND}`, "u");
const PART_HEAD = new RegExp(`^(${PART})${BEHIND}`, "u");
/** A head is no longer, in UTF-16 units. */
const MAX_HEAD = 160;
const ADDRESS = /^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.|Mme|Mlle) /;

export const CONGRESSIONAL_RECORD: TurnLayout = {
  isOpenEnded: false,
  isSpoken: ({ count, speakingShare }) => count >= 2 && speakingShare >= 0.2,
  open({ text, line }) {
    const top = line.text.slice(0, MAX_HEAD);
    const office = FRENCH_OFFICE_HEAD.exec(top);
    if (office !== null) return openingAt(line.start + office[0].length);
    const head = HEAD.exec(top) ?? partHead(top);
    if (head === null) return null;
    const label = readLabel(text, { start: line.start, end: line.start + (head[1] ?? "").length });
    if (label === null) return null;
    return {
      wordsFrom: line.start + head[0].length,
      part: null,
      ...label,
      speaker: label.speaker && withoutState(line.text, line.start, label.speaker),
    };
  },
};

function partHead(line: string): RegExpExecArray | null {
  const head = PART_HEAD.exec(line);
  const part = head?.[1] ?? "";
  const isPart = /^The /.test(part) ? isOffice(part.slice(4)) : isUnnamed(part);
  return isPart ? head : null;
}

/** "of Ohio" tells two of one name apart, and is no part of it. */
function withoutState(line: string, at: number, speaker: { readonly start: number; readonly end: number }) {
  const name = line.slice(speaker.start - at, speaker.end - at);
  const state = ADDRESS.test(name) ? name.indexOf(" of ") : -1;
  return state < 0 ? speaker : { start: speaker.start, end: speaker.start + state };
}
