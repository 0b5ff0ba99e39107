import type { EntityKind } from "../../model/entity.ts";
import type { QuoteStore } from "../../store/quote-store.ts";
import { type Connection, listConnection } from "../connection/connection.ts";
import type { PageArguments } from "../connection/page-arguments.ts";
import type { EntityInterface } from "./entity-interface.ts";
import { toEntityType } from "./to-entity-type.ts";

/** Conditions on entities as GraphQL gives them, with null for no condition; `article` is the store's id. */
export interface EntityConditions {
  readonly kind?: EntityKind | null;
  readonly query?: string | null;
  readonly article?: string | null;
}

/** @param list The field that lists them, for its cursors. */
export function listEntities(
  store: QuoteStore,
  list: string,
  { kind, query, article }: EntityConditions,
  page: PageArguments,
): Promise<Connection<EntityInterface>> {
  const filter = { ...(kind && { kind }), ...(query && { query }), ...(article && { article }) };
  return listConnection(
    { list, arguments: filter },
    page,
    (request) => store.listEntities(filter, request),
    toEntityType,
  );
}
