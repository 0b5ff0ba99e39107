import type { EntityKind } from "./entity.ts";

const SCHEMA_TYPES = { PERSON: "Person", ORGANIZATION: "Organization", PLACE: "Place" } as const;

/** The type of schema.org that an entity is of. */
export const schemaTypeOf = (kind: EntityKind): (typeof SCHEMA_TYPES)[EntityKind] => SCHEMA_TYPES[kind];
