import { spanText } from "../../../src/model/span.ts";
import { covers, type FoundEntities, type FoundMention, NAME_KINDS, type NameKind } from "./found-entities.ts";
import type { GoldArticle, GoldMention } from "./gold-article.ts";

/** What an annotated name was found as, or a found name is annotated as. */
type NameOutcome = NameKind | "other" | "nothing";

export interface JudgedName {
  readonly kind: NameKind;
  readonly outcome: NameOutcome;
  readonly words: string;
  readonly articleId: string;
}

export interface JudgedNames {
  /** Each annotated name with the kind it was found as. */
  readonly gold: readonly JudgedName[];
  /** Each found name with the kind it is annotated as. */
  readonly found: readonly JudgedName[];
}

const CAPITAL = /\p{Lu}/u;

/** Names of one article. Found mentions with no capital that cover no annotated name are descriptions, not names. */
export function judgeNames(article: GoldArticle, { named }: FoundEntities): JudgedNames {
  const names = article.mentions.filter(({ form }) => form === "name");
  const gold = names.flatMap((name) => {
    const kind = NAME_KINDS.find((one) => one === name.type);
    if (kind === undefined) return [];
    const as = NAME_KINDS.filter((one) => named[one].some((found) => covers(found, name.key)));
    return [judged(kind, preferred(kind, as) ?? "nothing", spanText(article.text, name.key))];
  });
  const found = NAME_KINDS.flatMap((kind) =>
    named[kind].flatMap((mention) => {
      const words = spanText(article.text, mention);
      const outcome = annotatedAs(kind, mention, names);
      return outcome === "nothing" && !CAPITAL.test(words) ? [] : [judged(kind, outcome, words)];
    }),
  );
  return { gold, found };

  function judged(kind: NameKind, outcome: NameOutcome, words: string): JudgedName {
    return { kind, outcome, words: words.replace(/\s+/g, " "), articleId: article.id };
  }
}

const preferred = (kind: NameKind, kinds: readonly NameKind[]): NameKind | undefined =>
  kinds.includes(kind) ? kind : kinds[0];

function annotatedAs(kind: NameKind, mention: FoundMention, names: readonly GoldMention[]): NameOutcome {
  const types = names.filter(({ key }) => covers(mention, key)).map(({ type }) => type);
  if (types.length === 0) return "nothing";
  return (
    preferred(
      kind,
      NAME_KINDS.filter((one) => types.includes(one)),
    ) ?? "other"
  );
}
