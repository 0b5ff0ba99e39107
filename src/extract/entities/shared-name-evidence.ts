import { foldName } from "../../model/fold-name.ts";
import type { RuledName } from "./name-mention.ts";

/** What of a name's other places in the article tells of it here too; few enough kinds that their number is bounded. */
const TELLS_ELSEWHERE =
  /^(?:before=(?:in|at|to|from|of|by|the|and|near|with|for|mr|dr|says?)|after=(?:'s|and|,|who|\()|afterTag=VB[DZ]|speaks|source|heAfter=|itAfter|theyAfter|whereAfter|inside|titled|listed=)/;

/** What an article's places of one name have in common. */
interface SameName {
  times: number;
  readonly verdicts: Map<string, number>;
  readonly contexts: Set<string>;
  /** As which part of which longer names its word comes: "last of PERSON". */
  readonly parts: Set<string>;
}

/** What the other places of a name in the article, and longer names with it, tell of it. */
export class SharedNameEvidence {
  readonly #byName = new Map<string, SameName>();

  /** @param contextOf What stands around a mention. */
  constructor(mentions: readonly RuledName[], contextOf: (mention: RuledName) => readonly string[]) {
    mentions.forEach((mention) => {
      const same = this.#named(keyOf(mention));
      same.times += 1;
      same.verdicts.set(mention.verdict, (same.verdicts.get(mention.verdict) ?? 0) + 1);
      for (const one of contextOf(mention)) if (TELLS_ELSEWHERE.test(one)) same.contexts.add(one);
      this.#addParts(mention);
    });
  }

  of(mention: RuledName): readonly string[] {
    const { times, verdicts, contexts, parts } = this.#named(keyOf(mention));
    const others = [...verdicts].filter(([verdict, count]) => count > Number(verdict === mention.verdict));
    return [
      `times=${times > 8 ? 9 : times > 3 ? 4 : times > 1 ? 2 : 1}`,
      ...others.map(([verdict]) => `elsewhere=${verdict}`),
      ...[...parts].map((part) => `part=${part}`),
      ...[...contexts].map((one) => `also ${one}`),
    ];
  }

  #addParts({ words, verdict }: RuledName): void {
    if (words.length < 2) return;
    this.#named(foldName(words[0] ?? "")).parts.add(`first of ${verdict}`);
    this.#named(foldName(words.at(-1) ?? "")).parts.add(`last of ${verdict}`);
  }

  #named(key: string): SameName {
    const known = this.#byName.get(key);
    if (known) return known;
    const fresh: SameName = { times: 0, verdicts: new Map(), contexts: new Set(), parts: new Set() };
    this.#byName.set(key, fresh);
    return fresh;
  }
}

const keyOf = ({ words }: RuledName): string => foldName(words.join(" "));
