import { firstFrom, type Span } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import { isRole } from "../entities/role-nouns.ts";

/** People by the nouns of their titles, each with where they were mentioned. */
export class TitledPeople {
  readonly #byNoun = new Map<string, NamedMention[]>();

  /** @param names In text order. */
  constructor(names: readonly NamedMention[]) {
    for (const named of names.filter(({ cluster }) => cluster.kind === "PERSON")) {
      for (const noun of roleNouns(named.cluster.titles.join(" "))) {
        const bearers = this.#byNoun.get(noun);
        if (bearers) bearers.push(named);
        else this.#byNoun.set(noun, [named]);
      }
    }
  }

  /** Whom "the general" means: the one of that title mentioned last before it; null where there is none. */
  bearer(text: string, source: Span): EntityCluster | null {
    const words = text.slice(source.start, source.end);
    const noun = roleNouns(words).at(-1);
    if (!/^the\s/i.test(words) || noun === undefined) return null;
    const bearers = this.#byNoun.get(noun) ?? [];
    const next = firstFrom(bearers, source.start, ({ mention }) => mention.start);
    return bearers[next - 1]?.cluster ?? null;
  }
}

const roleNouns = (title: string): readonly string[] =>
  (title.toLowerCase().match(/[\p{L}-]+/gu) ?? []).filter((word) => isRole(word));
