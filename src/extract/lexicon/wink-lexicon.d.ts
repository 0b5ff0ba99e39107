/** The part of wink-lexicon that is used. */
declare module "wink-lexicon/src/wn-words.js" {
  /** WordNet's words in small letters, with the place of each in the list. */
  const words: Readonly<Record<string, number>>;
  // biome-ignore lint/style/noDefaultExport: describes a CommonJS package
  export default words;
}
