import { foldName } from "../../model/fold-name.ts";

/**
 * A key that the usual transliterations of one name share: Valery, Valeriy and Valerii; Sergei and Sergey;
 * Aleksandr and Alexandr; Yulia and Julia; Viktor and Victor; Djukic and Đukić; Nadja and Nadia; Mueller and Müller. Two names of one key are taken for one only beside other evidence.
 */
export function nameKey(word: string): string {
  return foldName(word)
    .replace(/['’.-]/g, "")
    .replace(/dj(?!a$)/g, "d")
    .replace(/([ou])e(?=[bcdfghjklmnpqrstvwxz])/g, "$1")
    .replace(/ks/g, "x")
    .replace(/c(?![hei])/g, "k")
    .replace(/kh/g, "h")
    .replace(/(?:iy|yi|ij|ii|yy|ey|ei|ay|ai)$/, "i")
    .replace(/y$/, "i")
    .replace(/^(?:ye|je)/, "e")
    .replace(/(?:ya|ja)/g, "ia")
    .replace(/(?:yu|ju)/g, "iu")
    .replace(/w/g, "v")
    .replace(/ou/g, "u")
    .replace(/(.)\1+/g, "$1");
}

const PATRONYMIC = /(?:[oe]vich|[oe]vna|ichna|(?:ily|kuzm|nikit|fom|luk|savv)ich)$/i;

export const isPatronymic = (word: string): boolean => word.length > 5 && PATRONYMIC.test(word);

/** Short forms and the names they stand for, as keys; own list of the common English ones. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  (
    "bill:william,billy:william,will:william,bob:robert,rob:robert,bobby:robert,dick:richard,rick:richard,rich:richard,jim:james,jimmy:james," +
    "jack:john,johnny:john,joe:joseph,mike:michael,mick:michael,tom:thomas,tommy:thomas,tim:timothy,ted:edward,ed:edward,eddie:edward,ben:benjamin," +
    "bernie:bernard,chris:christopher,dan:daniel,danny:daniel,dave:david,don:donald,frank:francis,fred:frederick,greg:gregory,jeff:jeffrey," +
    "jerry:gerald,ken:kenneth,kenny:kenneth,larry:lawrence,matt:matthew,nick:nicholas,pat:patrick,pete:peter,phil:philip,ray:raymond,ron:ronald," +
    "sam:samuel,steve:stephen,steven:stephen,tony:anthony,andy:andrew,alex:alexander,al:albert,charlie:charles,chuck:charles,doug:douglas,hank:henry," +
    "harry:henry,liz:elizabeth,beth:elizabeth,betty:elizabeth,kate:katherine,kathy:katherine,cathy:catherine,maggie:margaret,meg:margaret,peggy:margaret," +
    "sue:susan,debbie:deborah,jen:jennifer,jenny:jennifer,mandy:amanda,becky:rebecca,vicky:victoria,abe:abraham,gabe:gabriel,josh:joshua,zach:zachary,mitch:mitchell,randy:randall"
  )
    .split(",")
    .map((pair) => pair.split(":").map(nameKey) as [string, string]),
);

/** The key of the name that a short form stands for, by its key: "joseph" for "joe"; another key stays as it is. */
export const fullFirstName = (key: string): string => SHORT_FORMS.get(key) ?? key;

/** Whether two first names may be one person's: the same key, an initial, or a short form. */
export function firstNamesAgree(a: string, b: string): boolean {
  const left = nameKey(a);
  const right = nameKey(b);
  if (left === right) return true;
  if (left.length === 1 || right.length === 1) return left[0] === right[0];
  return fullFirstName(left) === fullFirstName(right);
}
