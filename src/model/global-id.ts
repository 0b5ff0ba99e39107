import type { EntityKind } from "./entity.ts";
import { RequestError } from "./request-fault.ts";

/** The types that `node(id:)` can give. */
export const NODE_TYPES = ["Article", "Quote", "Person", "Organization", "Place", "SearchHit", "Correction"] as const;
export type NodeType = (typeof NODE_TYPES)[number];

export const NODE_TYPE_OF_ENTITY = {
  PERSON: "Person",
  ORGANIZATION: "Organization",
  PLACE: "Place",
} as const satisfies Record<EntityKind, NodeType>;

/** What a public id stands for: a type and the id that the store knows. */
export interface GlobalId {
  readonly type: NodeType;
  readonly localId: string;
}

/** Opaque to its reader (Relay's Global Object Identification): base64url of `Type:localId`. */
export const toGlobalId = (type: NodeType, localId: string): string =>
  Buffer.from(`${type}:${localId}`).toString("base64url");

/** Null for what is no public id. */
export function parseGlobalId(id: string): GlobalId | null {
  const decoded = Buffer.from(id, "base64url").toString();
  const colon = decoded.indexOf(":");
  const localId = decoded.slice(colon + 1);
  const type = NODE_TYPES.find((known) => known === decoded.slice(0, Math.max(0, colon)));
  // Decoding passes over what is not base64url, so only an id that encodes back to itself is one.
  if (type === undefined || localId === "" || toGlobalId(type, localId) !== id) return null;
  return { type, localId };
}

/** @throws VerbatimError BAD_ID for what is no public id. */
export function readGlobalId(id: string): GlobalId {
  const parsed = parseGlobalId(id);
  if (parsed !== null) return parsed;
  throw new RequestError({ fault: "NO_ID", id: shown(id) });
}

/** The store's id. @throws VerbatimError BAD_ID for what is no public id, or is that of another type. */
export function localIdOf(id: string, ...types: readonly [NodeType, ...NodeType[]]): string {
  const { type, localId } = readGlobalId(id);
  if (types.includes(type)) return localId;
  throw new RequestError({ fault: "ID_OF_ANOTHER_TYPE", type, wanted: types });
}

/** Characters of a wrong id to repeat in the sentence about it. */
const MAX_SHOWN = 40;

const shown = (id: string): string => (id.length > MAX_SHOWN ? `${Array.from(id).slice(0, MAX_SHOWN).join("")}…` : id);
