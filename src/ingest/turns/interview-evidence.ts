/** Who asks says you, who answers says I: pages of frequent questions have neither throughout. */
const MIN_ASKING = 0.3;
const MIN_ANSWERING = 0.4;

const YOU = /(?<![\p{L}\p{N}])(?:you|your|yours|yourself)(?![\p{L}\p{N}])/iu;
const I = /(?<![\p{L}\p{N}])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs)(?![\p{L}\p{N}])/u;

const I_ALONE = /(?<![\p{L}\p{N}])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)(?![\p{L}\p{N}])/u;

export const addresses = (words: string): boolean => YOU.test(words);
export const speaksOfSelf = (words: string): boolean => I.test(words);
/** Whether words say I and not only we. */
export const speaksAlone = (words: string): boolean => I_ALONE.test(words);

/** @param asking Of the questions, those that say you, 0..1 @param answering Of the answers, those that say I or we, 0..1 */
export const asksAndAnswers = ({
  asking,
  answering,
}: {
  readonly asking: number;
  readonly answering: number;
}): boolean => asking >= MIN_ASKING && answering >= MIN_ANSWERING;
