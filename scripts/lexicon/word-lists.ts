import type nlp from "compromise/two";

/** The classes of names, and those of words that stand beside a name, by compromise's tags. */
const CLASSES = {
  MALE: "MaleName",
  FEMALE: "FemaleName",
  FIRST: "FirstName",
  LAST: "LastName",
  PLACE: "City Country Region Place",
  ORGANIZATION: "Organization SportsTeam",
  DEMONYM: "Demonym",
  DATE: "Month WeekDay Holiday",
  FUNCTION:
    "Participle PastTense PresentTense Infinitive Gerund Copula Modal Preposition Adverb Conjunction Pronoun QuestionWord Determiner Negative",
  COMMON: "Adjective Comparative Superlative Noun Singular Plural Uncountable Actor Ordinal Cardinal",
} as const;

/** The words of each class, in the order of the alphabet, with "|" between them. */
export function listsOf(model: ReturnType<typeof nlp.model>): Readonly<Record<keyof typeof CLASSES, string>> {
  const lexicon = (model as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }).one.lexicon;
  const words = Object.keys(lexicon).sort();
  const tagsOf = (word: string): readonly string[] => [lexicon[word] ?? []].flat();
  const withTags = (tags: string) => {
    const wanted = new Set(tags.split(" "));
    return words.filter((word) => tagsOf(word).some((tag) => wanted.has(tag))).join("|");
  };
  const lists = Object.entries(CLASSES).map(([name, tags]) => [name, withTags(tags)]);
  return Object.fromEntries(lists) as Record<keyof typeof CLASSES, string>;
}
