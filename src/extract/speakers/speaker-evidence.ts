import type { NamedMention } from "../entities/read-names.ts";
import type { DraftQuote } from "../quotes/draft-quote.ts";
import type { Document } from "../text/document.ts";
import type { ResolvedPronoun } from "./resolve-pronouns.ts";

/** An article's quotes, and what it holds beside them, as far as speakers are told by it. */
export interface SpeakerEvidence {
  readonly document: Document;
  readonly drafts: readonly DraftQuote[];
  /** In text order. */
  readonly names: readonly NamedMention[];
  readonly pronouns: readonly ResolvedPronoun[];
}
