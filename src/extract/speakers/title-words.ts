import type { EntityCluster } from "../entities/entity-cluster.ts";

/** Titles that news writes short before a name and in full elsewhere: "Sen. Rehn", "the senator". */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ["sen", "senator"],
  ["rep", "representative"],
  ["gov", "governor"],
  ["gen", "general"],
  ["lt", "lieutenant"],
  ["col", "colonel"],
  ["capt", "captain"],
  ["maj", "major"],
  ["sgt", "sergeant"],
  ["adm", "admiral"],
  ["amb", "ambassador"],
  ["prof", "professor"],
  ["sec", "secretary"],
  ["congressman", "representative"],
  ["congresswoman", "representative"],
]);

/** The words of a title, lower case, in full. */
export const titleWords = (title: string): readonly string[] =>
  (title.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).map(titleWord);

/** A word of a title, lower case, in full. */
export const titleWord = (lower: string): string => {
  const bare = lower.replace(/\.$/, "");
  return IN_FULL.get(bare) ?? bare;
};

/** Whether one of the entity's titles holds all of these words. */
export function holdsTitle({ titles }: EntityCluster, words: readonly string[]): boolean {
  const wanted = words.map(titleWord).filter((word) => word !== "");
  return (
    wanted.length > 0 &&
    titles.some((title) => {
      const own = titleWords(title);
      return wanted.every((word) => own.includes(word));
    })
  );
}
