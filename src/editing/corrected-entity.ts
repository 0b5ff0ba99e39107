import { VerbatimError } from "../errors.ts";
import type { CorrectedEntity } from "../model/correction.ts";
import type { Entity } from "../model/entity.ts";
import type { QuoteStore } from "../store/quote-store.ts";

export const toCorrected = ({ id, kind, name }: Entity): CorrectedEntity => ({ id, kind, name });

/** @throws BAD_INPUT for who is not in the index, or is no person. */
export async function knownPerson(store: QuoteStore, id: string): Promise<Entity> {
  const [entity] = await store.entities([id]);
  if (entity?.kind === "PERSON") return entity;
  throw new VerbatimError("BAD_INPUT", "No such person is in the index. Give the id of a Person that an answer gave.");
}
