import { VerbatimError } from "../errors.ts";
import { personLinkKey } from "../indexing/link-key.ts";
import { readPersonName } from "../indexing/person-name.ts";
import type { CorrectedEntity, CorrectedWords, Correction } from "../model/correction.ts";
import { linkedEntityId } from "../model/entity.ts";
import { type Assertion, type Quote, speakersOf } from "../model/quote.ts";
import { textSelectors } from "../model/text-selector.ts";
import type { QuoteStore } from "../store/quote-store.ts";
import { toCorrected } from "./corrected-entity.ts";

/** What a correction changes, and what was before. */
export type MadeChange = Pick<Correction, "change" | "before">;

/** Who said a quote, or what the article says of it. */
export type Attribution =
  | { readonly kind: "SPEAKER"; readonly speakerId: string }
  | { readonly kind: "SPEAKER"; readonly speakerName: string }
  | { readonly kind: "NOBODY" }
  | { readonly kind: "ASSERTION"; readonly assertion: Assertion };

export async function attributionChange(store: QuoteStore, quoteId: string, to: Attribution): Promise<MadeChange> {
  const { words, before } = await wordsAndBefore(store, quoteId);
  if (to.kind === "NOBODY") return { change: { kind: "NOBODY", words }, before };
  if (to.kind === "ASSERTION") return { change: { kind: "ASSERTION", words, assertion: to.assertion }, before };
  const speaker =
    "speakerId" in to ? await knownSpeaker(store, to.speakerId) : await namedSpeaker(store, to.speakerName);
  return { change: { kind: "SPEAKER", words, speaker }, before };
}

export async function hiding(store: QuoteStore, quoteId: string): Promise<MadeChange> {
  const { words, before } = await wordsAndBefore(store, quoteId);
  return { change: { kind: "HIDDEN", words }, before };
}

async function wordsAndBefore(store: QuoteStore, quoteId: string) {
  const [quote] = await store.quotes([quoteId]);
  const [article] = await store.articles([quote?.articleId ?? ""]);
  if (!quote || !article) {
    throw new VerbatimError(
      "BAD_INPUT",
      "No such quote is in the index: it may be hidden, or its article was removed.",
    );
  }
  const selectors = textSelectors(article.text, quote.spans);
  const words: CorrectedWords = { articleId: article.id, quoteId: quote.id, selectors };
  return { words, before: { names: await namesOf(store, quote), assertion: quote.assertion } };
}

async function namesOf(store: QuoteStore, quote: Quote): Promise<readonly string[]> {
  return (await store.entities(speakersOf(quote))).flatMap((entity) => entity?.name ?? []);
}

async function knownSpeaker(store: QuoteStore, id: string): Promise<CorrectedEntity> {
  const [entity] = await store.entities([id]);
  if (entity) return toCorrected(entity);
  throw new VerbatimError(
    "BAD_INPUT",
    "No such speaker is in the index. Give an id that an answer gave, or a name in full.",
  );
}

/** Whoever articles call so, be it in the index or not. */
async function namedSpeaker(store: QuoteStore, given: string): Promise<CorrectedEntity> {
  const name = given.replace(/\s+/g, " ").trim();
  const key = personLinkKey(readPersonName(name));
  if (key === null) {
    throw new VerbatimError(
      "BAD_INPUT",
      `${JSON.stringify(given)} is no name in full, and may be many people: give a first and a last name, or the id of somebody in the index.`,
    );
  }
  const id = linkedEntityId("PERSON", key);
  const [known] = await store.entities([id]);
  return known ? toCorrected(known) : { id, kind: "PERSON", name };
}
