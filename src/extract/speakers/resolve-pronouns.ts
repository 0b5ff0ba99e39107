import type { Span } from "../../model/span.ts";
import { byStart, type EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Block, Document } from "../text/document.ts";
import { sentencesOf } from "../text/sentences.ts";
import { isFiniteVerb, type Token } from "../text/token.ts";
import type { Candidate, LastMention, PronounPlace } from "./pronoun-candidates.ts";
import { weighCandidate } from "./pronoun-features.ts";
import { QuoteLayers } from "./quote-layers.ts";
import { tellGenders } from "./tell-genders.ts";
import { type ThirdPerson, thirdPerson } from "./third-person.ts";

/** A pronoun with the person it was put to. */
export interface ResolvedPronoun extends Span {
  readonly person: EntityCluster;
}

/** Picks the one whom the pronoun at a span stands for; null for none. */
export type ChooseCandidate = (
  candidates: readonly Candidate[],
  place: PronounPlace,
  pronoun: Span,
) => Candidate | null;

/** Beyond so many sentences a pronoun reaches nobody but whom the article is about. */
const MAX_SENTENCES = 30;
/** People remembered at a time: more are never in a reader's mind, and the scan stays linear. */
const MAX_PEOPLE = 12;
/** People looked at who are named behind the pronoun in its sentence. */
const MAX_AHEAD = 2;

/** Puts he and she in all their forms to people, in one pass through the text. */
export function resolvePronouns(
  document: Document,
  names: readonly NamedMention[],
  drafts: readonly DraftQuote[],
  choose: ChooseCandidate = heaviest,
): readonly ResolvedPronoun[] {
  const people = names.filter(({ cluster }) => cluster.kind === "PERSON");
  const layers = new QuoteLayers(document, drafts, people);
  const disputed = tellGenders(document, people, layers);
  return new PronounScan(people, layers, disputed, choose).run(document);
}

const heaviest: ChooseCandidate = (candidates, place) => {
  const weighed = candidates.map((candidate) => weighCandidate(candidate, place));
  return candidates[weighed.indexOf(Math.max(...weighed))] ?? null;
};

/** A person as they stand in the reader's mind. */
interface Recalled {
  readonly last: LastMention;
  readonly mentions: number;
}

class PronounScan {
  /** In text order. */
  readonly #names: readonly NamedMention[];
  readonly #layers: QuoteLayers;
  /** Those whose gender no single pronoun settles. */
  readonly #disputed: ReadonlySet<EntityCluster>;
  readonly #choose: ChooseCandidate;
  readonly #shares: ReadonlyMap<EntityCluster, number>;
  readonly #titled = new Set<EntityCluster>();
  /** Who was mentioned last stands last. */
  readonly #mind = new Map<EntityCluster, Recalled>();
  readonly #resolved: ResolvedPronoun[] = [];
  #next = 0;
  #sentence = 0;
  #verbSeen = false;

  constructor(
    names: readonly NamedMention[],
    layers: QuoteLayers,
    disputed: ReadonlySet<EntityCluster>,
    choose: ChooseCandidate,
  ) {
    this.#names = [...names].sort((a, b) => byStart(a.mention, b.mention));
    this.#layers = layers;
    this.#disputed = disputed;
    this.#choose = choose;
    this.#shares = sharesOf(names);
  }

  run(document: Document): readonly ResolvedPronoun[] {
    for (const block of document.blocks) {
      let from = 0;
      for (const { length } of sentencesOf(block.tokens)) {
        this.#readSentence(block, from, from + length);
        from += length;
      }
    }
    return this.#resolved;
  }

  #readSentence(block: Block, from: number, to: number): void {
    const end = block.tokens[to - 1]?.end ?? block.end;
    for (let at = from; at < to; at++) {
      const token = block.tokens[at] as Token;
      this.#recallNames(block, token.start);
      const pronoun = thirdPerson(token, block.tokens[at + 1]);
      if (pronoun) this.#resolve(block, token, pronoun, end);
      if (isFiniteVerb(token)) this.#verbSeen = true;
    }
    this.#sentence += 1;
    this.#verbSeen = false;
  }

  #recallNames(block: Block, before: number): void {
    for (let named = this.#names[this.#next]; named && named.mention.start <= before; named = this.#names[this.#next]) {
      const { mention, cluster } = named;
      if (block.isTitle) this.#titled.add(cluster);
      this.#recall(cluster, {
        isPronoun: false,
        afterPreposition: /^(?:IN|TO)$/.test(block.tokens[mention.from - 1]?.tag ?? ""),
        isOwner: block.tokens[mention.to]?.tag === "POS",
        ...this.#here(block, mention.start),
      });
      this.#next += 1;
    }
  }

  #here({ index }: Block, offset: number) {
    const { layer } = this.#layers.at(offset);
    return { sentence: this.#sentence, block: index, isSubject: !this.#verbSeen, layer };
  }

  #recall(person: EntityCluster, last: LastMention): void {
    const known = this.#mind.get(person);
    const wasSubject = known?.last.sentence === last.sentence && known.last.isSubject;
    this.#mind.delete(person);
    this.#mind.set(person, {
      last: { ...last, isSubject: last.isSubject || wasSubject },
      mentions: (known?.mentions ?? 0) + 1,
    });
    const oldest = this.#mind.keys().next().value;
    if (this.#mind.size > MAX_PEOPLE && oldest) this.#mind.delete(oldest);
  }

  #resolve(block: Block, token: Token, pronoun: ThirdPerson, sentenceEnd: number): void {
    const { speaker, reporter } = this.#layers.at(token.start);
    const here = this.#here(block, token.start);
    const candidates = [...this.#remembered(), ...this.#ahead(sentenceEnd)].filter(
      ({ person }) => person !== speaker && (person.gender === null || person.gender === pronoun.gender),
    );
    const chosen = this.#choose(candidates, { pronoun, reporter, ...here }, token);
    if (chosen === null) return;
    if (!this.#disputed.has(chosen.person)) chosen.person.gender ??= pronoun.gender;
    this.#recall(chosen.person, {
      isPronoun: true,
      afterPreposition: false,
      isOwner: pronoun.case === "POSSESSIVE",
      ...here,
    });
    this.#resolved.push({ start: token.start, end: token.end, person: chosen.person });
  }

  #remembered(): readonly Candidate[] {
    return [...this.#mind]
      .filter(([, { last }]) => this.#sentence - last.sentence <= MAX_SENTENCES)
      .map(([person, recalled], i, { length }) => ({
        othersSince: length - 1 - i,
        ...this.#known(person),
        ...recalled,
      }));
  }

  #ahead(sentenceEnd: number): readonly Candidate[] {
    const named = this.#names
      .slice(this.#next, this.#next + MAX_AHEAD)
      .filter(({ mention, cluster }) => mention.start < sentenceEnd && !this.#mind.has(cluster));
    return [...new Set(named.map(({ cluster }) => cluster))].map((person) => ({
      last: null,
      mentions: 0,
      othersSince: 0,
      ...this.#known(person),
    }));
  }

  #known(person: EntityCluster): Pick<Candidate, "person" | "share" | "isInTitle"> {
    return { person, share: this.#shares.get(person) ?? 0, isInTitle: this.#titled.has(person) };
  }
}

/** Of the names of people, what share is each person's. */
function sharesOf(names: readonly NamedMention[]): ReadonlyMap<EntityCluster, number> {
  const shares = new Map<EntityCluster, number>();
  for (const { cluster } of names) shares.set(cluster, (shares.get(cluster) ?? 0) + 1 / names.length);
  return shares;
}
