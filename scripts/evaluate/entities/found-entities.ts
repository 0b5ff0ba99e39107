import type { ExtractionLine } from "../../../src/extract/extraction-line.ts";
import { contains, type Span, spanText } from "../../../src/model/span.ts";
import { isPronoun } from "../pronoun.ts";

export const NAME_KINDS = ["person", "organization", "place"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One mention of what the extraction found. */
export interface FoundMention extends Span {
  /** Which of the entities of its kind, from 0. */
  readonly entity: number;
  /** The entity's canonical name. */
  readonly name: string;
}

export interface FoundEntities {
  /** Names and descriptions, without pronouns. */
  readonly named: Readonly<Record<NameKind, readonly FoundMention[]>>;
  readonly people: readonly FoundMention[];
}

export function foundEntities(text: string, line: ExtractionLine): FoundEntities {
  const people = mentionsOf(line.people);
  const isName = (mention: FoundMention) => !isPronoun(spanText(text, mention));
  return {
    named: {
      person: people.filter(isName),
      organization: mentionsOf(line.organizations).filter(isName),
      place: mentionsOf(line.places).filter(isName),
    },
    people,
  };
}

const mentionsOf = (entities: ExtractionLine["people"]): readonly FoundMention[] =>
  entities.flatMap(({ name, mentions }, entity) => mentions.map(([start, end]) => ({ start, end, entity, name })));

/** A found mention is right when it covers the key word of the annotated one. */
export const covers = (found: Span, key: Span): boolean => contains(found, key);
