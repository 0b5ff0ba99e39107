import { firstFrom } from "../../model/span.ts";
import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import { nounKind } from "../lexicon/noun-kind.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import { isAsked } from "../quotes/put-question.ts";
import type { Document } from "../text/document.ts";
import { isFiniteVerb } from "../text/token.ts";
import { CandidatePool, namedInSource } from "./candidate-pool.ts";
import { type CueForm, cueForm } from "./cue-form.ts";
import { EntityMemory } from "./entity-memory.ts";
import { namedHeads } from "./named-heads.ts";
import { onBehalfOf } from "./on-behalf-of.ts";
import { genderOfPronoun, type SourceForm, sourceForm } from "./source-form.ts";
import { readSourcePhrase, type SourceName, type SourcePhrase } from "./source-phrase.ts";
import type { LastSpoken, SpeakerCandidate, SpokenQuote, UnnamedSpeaker } from "./speaker-candidates.ts";
import type { SpeakerEvidence } from "./speaker-evidence.ts";
import { wholeSource } from "./whole-source.ts";

/** Who said a quote, and how sure that is. */
export interface ResolvedSpeaker {
  /** Null for nobody whom the article names. */
  readonly entity: EntityCluster | null;
  /** Those who said it together with the speaker. */
  readonly together: readonly EntityCluster[];
  /** For whom the speaker, named or not, speaks. */
  readonly onBehalfOf: EntityCluster | null;
  /** 0..1 */
  readonly probability: number;
}

/** Picks the speaker of a quote among candidates: the place of one of them, or -1 for nobody; with how sure that is. */
export type ChooseSpeaker = (
  candidates: readonly SpeakerCandidate[],
  quote: SpokenQuote,
  draft: DraftQuote,
) => {
  readonly place: number;
  /** The places of those who said it together with the one at `place`. */
  readonly together: readonly number[];
  readonly probability: number;
};

/** How sure it is that nobody said words which the article calls made up, or only thinks of as said. */
const NOBODYS = 0.9;
/** How sure it is that the article names nobody for a turn whose label names nobody. */
const UNNAMED_TURN = 0.9;
/** How sure it is that the subject of "was asked whether" is not who asked, and that the article does not name who did. */
const HEARER = 0.85;
/** How sure it is that "he" is the unnamed one who spoke right before: as sure as what the text names nobody for is on the whole. */
const UNNAMED_GOES_ON = 0.85;
/** How sure it is that "the archbishop", or a single "they", is the only one whom the article calls so. */
const ONLY_BEARER = 0.9;
/** Nouns for what several are at a time, whatever the article calls them. */
const SHARED_ROLE = /^(?:candidate|nominee|hopeful|contender|incumbent|front-?runner|member|leader|lawmaker|official)$/;
/** How near a name ends before "who", in UTF-16 units: a comma, a space, a closing bracket. */
const RIGHT_BEFORE = 3;

/**
 * Who said each quote, in the order of the quotes. One pass through the text: whoever is found to speak counts for the
 * quotes that follow.
 * @param nobodys Words that nobody said: whoever is said not to have said them does not count as having spoken.
 */
export function resolveSpeakers(
  evidence: SpeakerEvidence,
  choose: ChooseSpeaker,
  nobodys: ReadonlySet<DraftQuote> = new Set(),
): readonly ResolvedSpeaker[] {
  const scan = new SpeakerScan(evidence, choose, nobodys);
  const anchored = evidence.drafts.map((draft, i) => ({ draft, i, anchor: anchorOf(draft) }));
  const resolved: ResolvedSpeaker[] = new Array(anchored.length);
  for (const { draft, i } of anchored.sort((a, b) => a.anchor - b.anchor || a.i - b.i)) {
    resolved[i] = scan.resolve(draft);
  }
  return resolved;
}

/** Where the text says who speaks, or where the words begin. */
const anchorOf = ({ source, cue, spans }: DraftQuote): number => source?.start ?? cue?.start ?? spans[0]?.start ?? 0;

class SpeakerScan {
  readonly #evidence: SpeakerEvidence;
  readonly #choose: ChooseSpeaker;
  readonly #nobodys: ReadonlySet<DraftQuote>;
  readonly #memory: EntityMemory;
  readonly #pool: CandidatePool;
  readonly #pronouns: ReadonlyMap<number, EntityCluster>;
  readonly #lastSpoken = new Map<
    EntityCluster,
    { readonly number: number; readonly block: number; readonly sentence: number }
  >();
  /** For whom those speak who were said to speak for another. */
  readonly #represented = new Map<EntityCluster, EntityCluster>();
  #unnamed: UnnamedSpeaker | null = null;
  #before: ResolvedSpeaker | null = null;
  #spoken = 0;

  constructor(evidence: SpeakerEvidence, choose: ChooseSpeaker, nobodys: ReadonlySet<DraftQuote>) {
    this.#evidence = evidence;
    this.#choose = choose;
    this.#nobodys = nobodys;
    this.#memory = new EntityMemory(evidence);
    this.#pool = new CandidatePool(evidence.document, evidence.names);
    this.#pronouns = new Map(evidence.pronouns.map(({ start, person }) => [start, person]));
  }

  resolve(draft: DraftQuote): ResolvedSpeaker {
    this.#memory.readUpTo(anchorOf(draft));
    const quote = this.#quote(draft);
    const candidates = this.#candidates(draft, quote);
    const chosen = this.#byRule(candidates, quote, draft) ?? this.#choose(candidates, quote, draft);
    const { place, probability } = chosen;
    const entity = candidates[place]?.entity ?? null;
    const others = chosen.together.flatMap((other) => candidates[other]?.entity ?? []);
    const together = others.length > 0 ? others : this.#together(entity, quote.source);
    const resolved = { entity, together, onBehalfOf: this.#onBehalfOf(entity, quote.source), probability };
    this.#note(resolved, quote, draft);
    return resolved;
  }

  /** What the article says outright, and what annotated articles have too few of to learn it from. */
  #byRule(
    candidates: readonly SpeakerCandidate[],
    quote: SpokenQuote,
    draft: DraftQuote,
  ): ReturnType<ChooseSpeaker> | null {
    if (this.#nobodys.has(draft)) return { place: -1, together: [], probability: NOBODYS };
    if (draft.kind === "TRANSCRIPT" && candidates.length === 0)
      return { place: -1, together: [], probability: UNNAMED_TURN };
    if (hearsTheWords(cueForm(this.#evidence.document, draft))) return { place: -1, together: [], probability: HEARER };
    if (this.#isUnnamedStill(quote)) return { place: -1, together: [], probability: UNNAMED_GOES_ON };
    const place = candidates.findIndex((candidate) => isOnlyBearer(candidate, candidates, quote));
    return place < 0 ? null : { place, together: [], probability: ONLY_BEARER };
  }

  /**
   * "A spokesman said ... he added": he is the spokesman, where nobody is named since; so is "the spokesman". Annotated articles hardly have such:
   * six in 160.
   */
  #isUnnamedStill({ source, gender, block, unnamedBefore }: SpokenQuote): boolean {
    if (unnamedBefore === null) return false;
    if (source?.head === unnamedBefore.head && sourceForm(source) === "DEFINITE") return true;
    if (gender === null || block - unnamedBefore.block > 1) return false;
    if (source?.names.length !== 0) return false;
    const named = this.#memory
      .recent("PERSON", gender)
      .findLast((person) => this.#memory.of(person).last?.isPronoun === false);
    return named === undefined || this.#memory.of(named).lastEnd <= unnamedBefore.end;
  }

  #quote(draft: DraftQuote): SpokenQuote {
    const { document, names } = this.#evidence;
    const { block, sentence } = this.#memory.placeOf(anchorOf(draft));
    const span = wholeSource(document, draft);
    const source = span && readSourcePhrase(document, span, names);
    return {
      source,
      described: this.#pool.described(source),
      gender: genderOfPronoun(sourceForm(source)),
      block,
      sentence,
      isDirect: draft.kind === "DIRECT",
      isDistant: draft.basis === "DISTANT" || draft.basis === "CARRIED",
      unnamedBefore: this.#unnamed,
    };
  }

  #candidates(draft: DraftQuote, quote: SpokenQuote): readonly SpeakerCandidate[] {
    const inSource = namedInSource(quote.source);
    // A label names who speaks, or nobody does.
    if (draft.kind === "TRANSCRIPT") return this.#judged([...inSource.keys()], inSource, new Set(), draft, quote);
    const namesakes = this.#pool.namesakes(quote.source);
    const described = [...quote.described].filter((entity) => this.#memory.of(entity).mentions > 0);
    const bodies = quote.gender === null ? this.#memory.recent("ORGANIZATION", null) : [];
    const recent = [...this.#memory.recent("PERSON", quote.gender), ...bodies];
    const principal = quote.source && namedHeads(quote.source).length === 0 ? onBehalfOf(quote.source, null) : null;
    // "Ana Rehn Grills Harrow Bank Chief": whoever is named speaks, not whom the last words may describe.
    const namesPerson = [...inSource.keys()].some(({ kind }) => kind === "PERSON");
    const upcoming =
      quote.source === null || quote.gender !== null || namesPerson
        ? []
        : [...this.#memory.upcoming("PERSON"), ...this.#memory.upcoming("ORGANIZATION")];
    const entities = new Set([...inSource.keys(), ...namesakes, ...described, ...recent, ...upcoming]);
    // Whoever speaks for somebody is not that person, and whoever put a question does not answer it.
    if (principal) entities.delete(principal);
    if (draft.basis === "ANSWER" && this.#before?.entity) entities.delete(this.#before.entity);
    const open = bringsInAnother(quote.source)
      ? [...entities].filter((entity) => inSource.has(entity) || !this.#isNamedPerson(entity))
      : [...entities];
    return this.#judged(open, inSource, namesakes, draft, quote);
  }

  #isNamedPerson(entity: EntityCluster): boolean {
    return entity.kind === "PERSON" && this.#memory.of(entity).lastEnd >= 0;
  }

  #judged(
    entities: readonly EntityCluster[],
    inSource: ReadonlyMap<EntityCluster, SourceName>,
    namesakes: ReadonlySet<EntityCluster>,
    draft: DraftQuote,
    quote: SpokenQuote,
  ): readonly SpeakerCandidate[] {
    return entities
      .filter((entity) => mayAct(entity, inSource.get(entity), quote.source))
      .map((entity) => ({
        inSource: inSource.get(entity) ?? null,
        isNamesake: namesakes.has(entity),
        ...this.#candidate(entity, draft, quote),
      }));
  }

  #candidate(
    entity: EntityCluster,
    draft: DraftQuote,
    { gender, block, source }: SpokenQuote,
  ): Omit<SpeakerCandidate, "inSource" | "isNamesake"> {
    const { last, isLastInMarks, mentions, lastEnd, opened } = this.#memory.of(entity);
    const { since, inBlock } = this.#memory.rivalsOf(entity, gender, block);
    return {
      entity,
      last,
      isLastInMarks,
      mentions,
      othersSince: since,
      rivalsInBlock: inBlock,
      share: this.#pool.shareOf(entity),
      isInTitle: this.#pool.isInTitle(entity),
      isAuthor: this.#pool.isAuthor(entity),
      shareBeside: this.#pool.shareBeside(entity, source),
      lastSpoken: this.#spokeLast(entity, gender),
      opensBlock: opened === block,
      isInWords: this.#isNamedIn(draft, entity),
      isPronounChoice: draft.source !== null && this.#pronouns.get(draft.source.start) === entity,
      isRightBefore: lastEnd >= 0 && anchorOf(draft) - lastEnd <= RIGHT_BEFORE,
      isBeforeApposition:
        sourceForm(source) === "WHO" && lastEnd >= 0 && isApposition(this.#evidence.document, lastEnd, anchorOf(draft)),
    };
  }

  #spokeLast(entity: EntityCluster, gender: Gender | null): LastSpoken | null {
    const last = this.#lastSpoken.get(entity);
    if (last === undefined) return null;
    const { number, block, sentence } = last;
    const later = this.#memory
      .recent(entity.kind, gender)
      .filter((one) => (this.#lastSpoken.get(one)?.number ?? 0) > number);
    return { quotesAgo: 1 + this.#spoken - number, othersSince: later.length, block, sentence };
  }

  #isNamedIn({ spans }: DraftQuote, entity: EntityCluster): boolean {
    const { names } = this.#evidence;
    const startOf = ({ mention }: NamedMention): number => mention.start;
    return spans.some(({ start, end }) =>
      names
        .slice(firstFrom(names, start, startOf), firstFrom(names, end, startOf))
        .some(({ cluster }) => cluster === entity),
    );
  }

  /** Those whom the source names beside the speaker; "they" are those who spoke together last. */
  #together(entity: EntityCluster | null, source: SourcePhrase | null): readonly EntityCluster[] {
    if (entity === null || source === null) return [];
    const named = namedHeads(source);
    if (named.includes(entity)) return named.filter((one) => one !== entity);
    const before = this.#before;
    const areMeant = before?.entity === entity && (sourceForm(source) === "THEY" || source.isPlural);
    return areMeant ? before.together : [];
  }

  /** For whom a person speaks, the article may say once; an unnamed one ("he added") speaks for whom "a spokesman" did. */
  #onBehalfOf(entity: EntityCluster | null, source: SourcePhrase | null): EntityCluster | null {
    const told = source && onBehalfOf(source, entity);
    if (told && entity) this.#represented.set(entity, told);
    if (told) return told;
    if (entity) return this.#represented.get(entity) ?? null;
    const before = this.#before;
    const goesOn = isPersonPronoun(sourceForm(source)) || (source !== null && source.head === this.#unnamed?.head);
    return before?.entity === null && goesOn ? before.onBehalfOf : null;
  }

  #note(resolved: ResolvedSpeaker, { source, block, sentence }: SpokenQuote, draft: DraftQuote): void {
    this.#spoken += 1;
    this.#before = resolved;
    if (resolved.entity) {
      this.#lastSpoken.set(resolved.entity, { number: this.#spoken, block, sentence });
      this.#unnamed = null;
    } else if (bringsInSomebody(source) && !isAsked(this.#evidence.document.text, draft)) {
      // Whoever asks is not who goes on: "a student asked. ... “No,” he said".
      this.#unnamed = { block, head: source?.head ?? null, end: source?.tokens.at(-1)?.end ?? 0 };
    }
  }
}

/** Longest apposition that is read, in tokens. */
const MAX_APPOSITION = 25;

/** "Rehn, a nurse from Ostrel | who": a comma and no verb stand between the name and "who". */
function isApposition({ blocks }: Document, start: number, end: number): boolean {
  const tokens = blocks[firstFrom(blocks, start, (one) => one.end)]?.tokens ?? [];
  const from = firstFrom(tokens, start, (token) => token.start);
  const to = firstFrom(tokens, end, (token) => token.start);
  const between = tokens.slice(from, Math.min(to, from + MAX_APPOSITION + 1));
  return between[0]?.word === "," && between.length <= MAX_APPOSITION && !between.some(isFiniteVerb);
}

/** "The newspaper", "his campaign": no person. */
const namesBody = (source: SourcePhrase | null): boolean =>
  /^(?:DEFINITE|INDEFINITE|POSSESSED)$/.test(sourceForm(source)) && nounKind(source?.head ?? "") === "BODY";

/**
 * "The archbishop" without more, where the article has so called one person so far; by title, trade or age ("the 63-year-old"). Of two senators "the
 * Ostrel senator" is the one beside whose name Ostrel stands.
 */
function isOnlyBearer(
  candidate: SpeakerCandidate,
  candidates: readonly SpeakerCandidate[],
  { source, described }: SpokenQuote,
): boolean {
  if (source === null || !described.has(candidate.entity) || SHARED_ROLE.test(source.head ?? "")) return false;
  if (source.names.length > 0) return false;
  const form = sourceForm(source);
  if (source.modifiers.length === 0) return described.size === 1 && (form === "DEFINITE" || form === "THEY");
  const beside = candidates.filter(({ entity, shareBeside }) => described.has(entity) && shareBeside > 0);
  return form === "DEFINITE" && described.size > 1 && beside.length === 1 && candidate.shareBeside === 1;
}

/**
 * Whether an entity may be the speaker as far as the source tells. Who is only mentioned in the words for somebody else
 * ("a neighbour of Velk", "Velk's lawyer", "the party in Velmora") is not; whose statement it is ("Velk's letter") may be. A place
 * speaks where it is the source itself ("Ostrany said"), and is nobody where it only stands beside it.
 */
function mayAct({ kind }: EntityCluster, inSource: SourceName | undefined, source: SourcePhrase | null): boolean {
  if (inSource === undefined) return kind !== "PLACE" && !(kind === "PERSON" && namesBody(source));
  if (inSource.role === "HEAD") return kind !== "PLACE" || inSource.part === "MAIN";
  return kind !== "PLACE" && (inSource.part !== "MAIN" || nounKind(source?.head ?? "") === "UTTERANCE");
}

/**
 * "When he was asked about it", "she was told": the source that was found is whom the words were said to or of. Passives of thinking and wishing ("is
 * convinced", "was intended") tell of the subject's own mind.
 */
const hearsTheWords = (cue: CueForm | null): boolean =>
  cue?.isPassive === true && cue.source === "BEFORE" && HEARD.has(cue.frame);

const HEARD: ReadonlySet<CueForm["frame"]> = new Set(["SPEECH", "ADDRESSED", "JUDGEMENT"]);

const isPersonPronoun = (form: SourceForm): boolean => form === "HE" || form === "SHE" || form === "THEY";

/** "A lawyer for Aker", "another official": a person whom the article has not named before, though it has named a lawyer. */
const bringsInAnother = (source: SourcePhrase | null): boolean => /^(?:an?|another)$/.test(source?.determiner ?? "");

/** "A woman", "another official", "the mayor's spokesman": somebody new, and not one of the named in other words ("the senator"). */
function bringsInSomebody(source: SourcePhrase | null): boolean {
  if (source === null || source.isPlural || namedHeads(source).length > 0) return false;
  return bringsInAnother(source) || source.determiner === "one" || onBehalfOf(source, null) !== null;
}
