import type { EntityKind, Mention, MentionForm } from "../../model/entity.ts";
import type { Span } from "../../model/span.ts";
import type { Gender } from "../lexicon/gazetteer.ts";
import type { NameMention } from "./name-mention.ts";

/** The mentions that are one entity, while the article is read. */
export class EntityCluster {
  readonly kind: EntityKind;
  gender: Gender | null = null;
  /** What a form of address before a surname alone tells: "Mrs. Hale". */
  titledGender: Gender | null = null;
  #genderOfOneWord: Gender | null = null;
  #genderOfMore: Gender | null = null;
  readonly #mentions: Mention[] = [];
  readonly #names = new Map<string, number>();
  readonly #titles = new Set<string>();

  constructor(kind: EntityKind) {
    this.kind = kind;
  }

  addName(mention: NameMention, name: string): void {
    this.addMention(mention, "NAME");
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
    for (const title of mention.titles) this.#titles.add(title);
    this.#addGender(mention);
  }

  /** "Ana Mark" tells more than "Mark", which lists have for a first name. */
  #addGender({ address, gender, words }: NameMention): void {
    if (words.length === 1) {
      this.titledGender ??= address;
      this.#genderOfOneWord ??= gender;
    } else this.#genderOfMore ??= gender;
    this.gender = this.#genderOfMore ?? this.titledGender ?? this.#genderOfOneWord;
  }

  addMention({ start, end }: Span, form: MentionForm): void {
    this.#mentions.push({ start, end, form });
  }

  /** In text order, each span once. */
  mentions(): Mention[] {
    const sorted = [...this.#mentions].sort((a, b) => a.start - b.start || a.end - b.end);
    return sorted.filter((mention, i) => mention.start !== sorted[i - 1]?.start || mention.end !== sorted[i - 1]?.end);
  }

  get titles(): readonly string[] {
    return [...this.#titles];
  }

  get names(): readonly string[] {
    return [...this.#names.keys()];
  }
}

/** A span's place in the order of text. */
export const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
