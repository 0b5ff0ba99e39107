import { titleWord } from "../../model/title-words.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";

/** The words of a title, lower case, in full. */
export const titleWords = (title: string): readonly string[] =>
  (title.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).map(titleWord);

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
