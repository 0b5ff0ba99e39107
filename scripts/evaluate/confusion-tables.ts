import { formatTable } from "../format-table.ts";
import { byKind, type Confusion } from "./confusion.ts";

const WORST = 20;

/** How often each kind of mistake was made, and the worst of them. */
export const confusionTables = (heading: string, confusions: readonly Confusion[]): string =>
  [kindTable(heading, confusions), worstTable("the worst", confusions, ({ kind, words }) => `${kind}: ${words}`)].join(
    "\n\n",
  );

/** How often each kind of mistake was made, and the worst of each kind. */
export const confusionTablesByKind = (heading: string, confusions: readonly Confusion[]): string =>
  [
    kindTable(heading, confusions),
    ...byKind(confusions).map(([wanted]) =>
      worstTable(
        wanted,
        confusions.filter(({ kind }) => kind === wanted),
        ({ words }) => words,
      ),
    ),
  ].join("\n\n");

const kindTable = (heading: string, confusions: readonly Confusion[]): string =>
  formatTable([[heading, "times"], ...byKind(confusions).map(([kind, count]) => [kind, String(count)])]);

const worstTable = (
  heading: string,
  confusions: readonly Confusion[],
  nameOf: (confusion: Confusion) => string,
): string =>
  formatTable([
    [heading, "times", "where"],
    ...confusions.slice(0, WORST).map((one) => [nameOf(one), String(one.count), one.where]),
  ]);
