import { type NamesToSettle, noNamesToSettle } from "../people/names-to-settle.ts";

/** What adding and removing the members of articles leaves to be settled at the end of the transaction. */
export interface ToSettle {
  /** Keys of entities that members came to or left. */
  readonly entities: Set<number>;
  /** Keys of groups that members left. */
  readonly leftGroups: Set<number>;
  readonly names: NamesToSettle;
}

export const nothingToSettle = (): ToSettle => ({
  entities: new Set(),
  leftGroups: new Set(),
  names: noNamesToSettle(),
});
