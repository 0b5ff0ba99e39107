import type { EntityKind } from "../../model/entity.ts";
import { describeEnum } from "../describe-enum.ts";

export const EntityKindEnum = describeEnum<EntityKind>("EntityKind", "What an entity is.", {
  PERSON: "A person.",
  ORGANIZATION: "A company, ministry, alliance, army, party or other body.",
  PLACE: "A country, city, region or other place.",
});
