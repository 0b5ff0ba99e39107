import type { EntityKind } from "../../model/entity.ts";
import type { Span } from "../../model/span.ts";
import { byStart, type EntityCluster } from "../entities/entity-cluster.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import { DocumentPlaces, type Place } from "./document-places.ts";
import { MarkedWords } from "./marked-words.ts";
import type { NarratedMention } from "./speaker-candidates.ts";
import type { SpeakerEvidence } from "./speaker-evidence.ts";

/** Entities of each kind that are remembered as recent. More are in no reader's mind, and the scan stays linear. */
const MAX_RECENT = 12;

/** Names ahead that are looked at, and of those of a kind how many are remembered. */
const MAX_AHEAD = 12;
const MAX_UPCOMING = 3;

/** What the text said of an entity so far. */
export interface Remembered {
  readonly last: NarratedMention | null;
  readonly isLastInMarks: boolean;
  readonly mentions: number;
  /** Where its last mention in the narration ends; -1 for none. */
  readonly lastEnd: number;
  /** The last block of whose first sentence it is the subject; -1 for none. */
  readonly opened: number;
}

const UNSEEN: Remembered = { last: null, isLastInMarks: false, mentions: 0, lastEnd: -1, opened: -1 };

interface Event extends Span {
  readonly entity: EntityCluster;
  readonly isPronoun: boolean;
}

/** Reads names and pronouns as the text goes on, and remembers who was mentioned where. */
export class EntityMemory {
  readonly #events: readonly Event[];
  readonly #places: DocumentPlaces;
  readonly #marked: MarkedWords;
  readonly #known = new Map<EntityCluster, Remembered>();
  /** Of each kind, whoever the narration mentioned last stands last. */
  readonly #recent: Readonly<Record<EntityKind, Set<EntityCluster>>> = {
    PERSON: new Set(),
    ORGANIZATION: new Set(),
    PLACE: new Set(),
  };
  /** What was gathered since the last name was read: every candidate for a quote asks for the same. */
  readonly #gathered = new Map<string, readonly EntityCluster[]>();
  #next = 0;

  constructor({ document, names, pronouns, drafts }: SpeakerEvidence) {
    const named = names.map(({ mention: { core }, cluster }: NamedMention) => ({
      start: core.start,
      end: core.end,
      entity: cluster,
      isPronoun: false,
    }));
    const others = pronouns.map(({ start, end, person }) => ({ start, end, entity: person, isPronoun: true }));
    this.#events = [...named, ...others].sort(byStart);
    this.#places = new DocumentPlaces(document);
    this.#marked = new MarkedWords(drafts);
  }

  placeOf(offset: number): Place {
    return this.#places.at(offset);
  }

  /** Reads on to an offset, which is never before that of an earlier call. */
  readUpTo(offset: number): void {
    for (let event = this.#events[this.#next]; event && event.start < offset; event = this.#events[this.#next]) {
      this.#read(event);
      this.#next += 1;
    }
  }

  of(entity: EntityCluster): Remembered {
    return this.#known.get(entity) ?? UNSEEN;
  }

  /** Those of a kind whom the narration mentioned last and who may be of a gender, the last one last. */
  recent(kind: EntityKind, gender: Gender | null): readonly EntityCluster[] {
    const key = `${kind} ${gender}`;
    const gathered = this.#gathered.get(key) ?? [...this.#recent[kind]].filter(mayBe(gender));
    this.#gathered.set(key, gathered);
    return gathered;
  }

  /** Those of a kind whom the text names next and has not named so far: "The mayor of Ostrel says ... Ilse Brandt". */
  upcoming(kind: EntityKind): readonly EntityCluster[] {
    const next = new Set<EntityCluster>();
    for (const { entity, isPronoun } of this.#events.slice(this.#next, this.#next + MAX_AHEAD)) {
      if (!isPronoun && entity.kind === kind && this.of(entity).mentions === 0) next.add(entity);
    }
    return [...next].slice(0, MAX_UPCOMING);
  }

  /** How many others of its kind were mentioned since, and how many in a block. */
  rivalsOf(
    entity: EntityCluster,
    gender: Gender | null,
    block: number,
  ): { readonly since: number; readonly inBlock: number } {
    const recent = this.recent(entity.kind, gender);
    const place = recent.indexOf(entity);
    return {
      since: place < 0 ? recent.length : recent.length - 1 - place,
      inBlock: recent.filter((one) => one !== entity && this.of(one).last?.block === block).length,
    };
  }

  #read({ entity, start, end, isPronoun }: Event): void {
    const before = this.of(entity);
    const isLastInMarks = this.#marked.holds(start);
    const counted = { ...before, mentions: before.mentions + 1, isLastInMarks };
    this.#known.set(
      entity,
      isLastInMarks ? counted : { ...counted, ...this.#narrated(before, start, isPronoun), lastEnd: end },
    );
    if (isLastInMarks) return;
    this.#gathered.clear();
    const recent = this.#recent[entity.kind];
    recent.delete(entity);
    recent.add(entity);
    const [oldest] = recent;
    if (recent.size > MAX_RECENT && oldest) recent.delete(oldest);
  }

  #narrated({ last, opened }: Remembered, start: number, isPronoun: boolean): Pick<Remembered, "last" | "opened"> {
    const place = this.#places.at(start);
    const { block, sentence } = place;
    const isSubject = place.isSubject || (last?.sentence === sentence && last.isSubject);
    return {
      last: { block, sentence, isSubject, isPronoun },
      opened: place.opensBlock && place.isSubject ? block : opened,
    };
  }
}

/** Whether an entity's gender, where it is known, is the pronoun's. */
const mayBe =
  (gender: Gender | null) =>
  (entity: EntityCluster): boolean =>
    gender === null || entity.gender === null || entity.gender === gender;
