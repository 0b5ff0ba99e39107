import { linkedEntityId } from "../../model/entity.ts";
import { stableId } from "../../model/stable-id.ts";
import type { LinkableEntity } from "../quote-store.ts";

/** The group of the names by which people put quotes to an entity in articles that may not name it. */
export const speakerGroupId = (entityId: string): string => stableId("group", entityId, "speaker");

/** The groups of the names that were split off for a person: those in full are apart from those without a first name. */
export const splitGroupId = (entityId: string, isInFull: boolean): string =>
  stableId("group", entityId, isInFull ? "in full" : "short");

/** The group of names that an article's entity belongs to: the one that somebody put it in, else that of its link key, else its own. */
export const groupIdOf = ({ id, kind, linkKey, groupId }: LinkableEntity): string =>
  groupId ?? (linkKey === null ? id : linkedEntityId(kind, linkKey));
