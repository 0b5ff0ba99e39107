import type { Entity, EntityKind } from "../../model/entity.ts";
import type { EntityInterface } from "./entity-interface.ts";
import { OrganizationType } from "./organization-type.ts";
import { PersonType } from "./person-type.ts";
import { PlaceType } from "./place-type.ts";

export function toEntityType(entity: Entity): EntityInterface {
  const types: Record<EntityKind, new (entity: Entity) => EntityInterface> = {
    PERSON: PersonType,
    ORGANIZATION: OrganizationType,
    PLACE: PlaceType,
  };
  return new types[entity.kind](entity);
}
