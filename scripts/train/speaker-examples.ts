import type { EntityCluster } from "../../src/extract/entities/entity-cluster.ts";
import { allFeatures, chooseBy } from "../../src/extract/speakers/choose-speaker.ts";
import { resolveSpeakers } from "../../src/extract/speakers/resolve-speakers.ts";
import { type AnnotatedSpeaker, mayBeOne } from "../evaluate/quotes/annotated-speakers.ts";
import type { SpeakerVerdict } from "../evaluate/quotes/judge-speakers.ts";
import type { FeatureNumbers } from "./feature-numbers.ts";
import { type RankingExample, weigh } from "./rank-candidates.ts";
import type { SpokenReading } from "./spoken-articles.ts";

/** An annotated quote with what its speaker is chosen from, and who the weights say it is. */
export interface SpeakerGuess {
  /** Nobody first, then the candidates; nobody is right where none of them is. */
  readonly example: RankingExample;
  readonly verdict: SpeakerVerdict;
}

/** Tells an article's speakers as these weights tell them: whoever is found to speak counts for the quotes that follow. */
export function guessSpeakers(
  { evidence, speakers }: SpokenReading,
  numbers: FeatureNumbers,
  weights: readonly number[],
): readonly SpeakerGuess[] {
  const guesses: SpeakerGuess[] = [];
  const choose = chooseBy((features) => weigh(numbers.of(features), weights));
  resolveSpeakers(evidence, (candidates, quote, draft) => {
    const chosen = choose(candidates, quote, draft);
    const annotated = speakers.get(draft);
    if (annotated === undefined) return chosen;
    const isRight = candidates.map(({ entity }) => isAnnotated(entity, annotated));
    guesses.push({
      example: {
        candidates: allFeatures(candidates, quote).map((features) => numbers.of(features)),
        isRight: [!isRight.includes(true), ...isRight],
      },
      verdict: {
        annotated,
        isNamed: chosen.place >= 0,
        isRight: isRight[chosen.place] ?? false,
        confidence: chosen.probability,
      },
    });
    return chosen;
  });
  return guesses;
}

const isAnnotated = (entity: EntityCluster, { names }: AnnotatedSpeaker): boolean =>
  names.some((name) => entity.names.some((own) => mayBeOne(own, name)));
