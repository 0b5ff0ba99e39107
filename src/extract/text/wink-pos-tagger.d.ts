declare module "wink-pos-tagger" {
  interface TaggedToken {
    readonly value: string;
    readonly pos: string;
  }
  interface Tagger {
    tagRawTokens(words: readonly string[]): TaggedToken[];
  }
  const createTagger: () => Tagger;
  // biome-ignore lint/style/noDefaultExport: describes a CommonJS package
  export default createTagger;
}
