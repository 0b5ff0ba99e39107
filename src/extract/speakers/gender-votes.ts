import { firstFrom } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import type { Document } from "../text/document.ts";
import { sentencesOf } from "../text/sentences.ts";
import type { Token } from "../text/token.ts";
import type { QuoteLayers } from "./quote-layers.ts";
import { thirdPerson } from "./third-person.ts";

/** That "he" or "she" in the narration may mean a person. */
export interface GenderVote {
  readonly person: EntityCluster;
  readonly gender: Gender;
  /** Whether nobody else is named where the person is; else they are the first of several. */
  readonly isAlone: boolean;
}

/**
 * What the narration's he and she tell of people: the first of each sentence may mean whoever is named before it there, or where nobody is, in the
 * sentence before of the same paragraph.
 * @param people Names of people, in text order.
 */
export function genderVotes(
  { blocks }: Document,
  people: readonly NamedMention[],
  layers: QuoteLayers,
): readonly GenderVote[] {
  const narrated = people.filter(({ mention }) => layers.at(mention.start).layer < 0);
  return blocks.flatMap(({ tokens }) => {
    let before: readonly NamedMention[] = [];
    return sentencesOf(tokens).flatMap((sentence) => {
      const named = namedIn(narrated, sentence);
      const votes = voteIn(sentence, named, before, layers);
      if (named.length > 0) before = named;
      return votes;
    });
  });
}

function namedIn(names: readonly NamedMention[], sentence: readonly Token[]): readonly NamedMention[] {
  const startOf = ({ mention }: NamedMention): number => mention.start;
  const [from, to] = [sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0];
  return names.slice(firstFrom(names, from, startOf), firstFrom(names, to, startOf));
}

function voteIn(
  sentence: readonly Token[],
  named: readonly NamedMention[],
  before: readonly NamedMention[],
  layers: QuoteLayers,
): readonly GenderVote[] {
  for (const [i, token] of sentence.entries()) {
    const pronoun = thirdPerson(token, sentence[i + 1]);
    if (pronoun === null || layers.at(token.start).layer >= 0) continue;
    const here = named.filter(({ mention }) => mention.start < token.start);
    const meant = (here.length > 0 ? here : before).map(({ cluster }) => cluster);
    const [person] = meant;
    return person ? [{ person, gender: pronoun.gender, isAlone: new Set(meant).size === 1 }] : [];
  }
  return [];
}
