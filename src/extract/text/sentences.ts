import { endsSentence, type Token } from "./token.ts";

/** A block's tokens, sentence by sentence. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: (readonly Token[])[] = [];
  let from = 0;
  tokens.forEach((token, at) => {
    if (!endsSentence(token) && at < tokens.length - 1) return;
    sentences.push(tokens.slice(from, at + 1));
    from = at + 1;
  });
  return sentences;
}
