import { setImmediate as nextTurn } from "node:timers/promises";
import type { Embedder } from "../../inference/embedder.ts";
import { RequestError } from "../../model/request-fault.ts";
import type { PublicationFilter, QuoteStore } from "../../store/quote-store.ts";
import { loadSpeakers } from "../load-speakers.ts";
import { findMeant, type Meant } from "../names/meant-by.ts";
import { queryVector, vectorsOf } from "../query-vector.ts";
import { type Claim, readClaim, readWholeClaim } from "./claim.ts";
import { byWordsAlone, describe, describeParaphrase, notFound } from "./describe-verification.ts";
import { findParaphrase } from "./find-paraphrase.ts";
import { contradicts, type Judgement } from "./judge.ts";
import { type ClaimSources, inOrder, judgePassages } from "./judge-passages.ts";
import type { QuoteClaim, QuoteVerification } from "./quote-verification.ts";

/** A long paragraph. More is a page, and a page is read rather than verified. */
export const MAX_CLAIM_CHARACTERS = 2_000;

export interface VerifyParts {
  readonly store: QuoteStore;
  readonly embedder: Embedder;
  /** Notes and recordings beside the index, which count as sources too. */
  readonly notes?: QuoteStore;
}

/**
 * Whether words were ever said, by whom, and what was changed. The words decide first; only where none are alike does
 * nearness in meaning, which never gives more than PARAPHRASED; while the model does not answer, the words alone decide, and the
 * outcome says so.
 * @throws VerbatimError BAD_INPUT for a text without words or of more than 2,000 characters, and for a blank speaker.
 */
export async function verifyQuote(parts: VerifyParts, claim: QuoteClaim): Promise<QuoteVerification> {
  const [verification] = await verifyQuotes(parts, [claim], {});
  return verification as QuoteVerification;
}

/**
 * The same of many, in their order: names are looked up together, and the model is asked once for all whose words are not found.
 * @param filter Which articles of the index count; notes all do.
 */
export async function verifyQuotes(
  parts: VerifyParts,
  claims: readonly QuoteClaim[],
  filter: PublicationFilter,
): Promise<readonly QuoteVerification[]> {
  const read = claims.map(checkedClaim);
  const sources = await askedSources(parts, claims, filter);
  const byWords: Worded[] = [];
  for (const [i, claim] of read.entries()) {
    byWords.push(await verifyWords(sources, claim, i));
    // Each takes some hundredths of a second of this thread: others who ask come between.
    if (read.length > 1) await nextTurn();
  }
  const open = read.flatMap((claim, i) => (byWords[i]?.decided === null ? [{ claim, i }] : []));
  const vectors = await embedAll(
    parts.embedder,
    open.map(({ claim }) => claim.text),
  );
  const verifications = byWords.map(({ decided, otherwise }) => decided ?? otherwise);
  for (const [at, { claim, i }] of open.entries()) {
    const vector = vectors[at] ?? null;
    const { otherwise } = byWords[i] as Worded;
    if (vector === null) verifications[i] = byWordsAlone(otherwise);
    else verifications[i] = (await verifyMeaning(sources, { claim, vector }, i)) ?? otherwise;
  }
  return verifications;
}

/** Sources with whom each claim means among those who speak in them; null where it names nobody. */
interface AskedSources extends ClaimSources {
  readonly claimed: readonly (Meant | null)[];
}

async function askedSources(
  { store, notes }: VerifyParts,
  claims: readonly QuoteClaim[],
  filter: PublicationFilter,
): Promise<readonly AskedSources[]> {
  const names = [...new Set(claims.flatMap(({ speaker }) => speaker ?? []))];
  const toAsked = async (sources: ClaimSources): Promise<AskedSources> => {
    const meant = await findMeant(sources.store, names);
    const byName = new Map(names.map((name, i) => [name, meant[i] ?? null]));
    return {
      ...sources,
      claimed: claims.map(({ speaker }) => (speaker === null ? null : (byName.get(speaker) ?? null))),
    };
  };
  const articles: ClaimSources = { store, are: "ARTICLES", filter };
  const besides: readonly ClaimSources[] = notes === undefined ? [] : [{ store: notes, are: "NOTES", filter: {} }];
  return Promise.all([articles, ...besides].map(toAsked));
}

/** What the words decide, and what stands where neither they nor the meaning do. */
interface Worded {
  readonly decided: QuoteVerification | null;
  readonly otherwise: QuoteVerification;
}

async function verifyWords(sources: readonly AskedSources[], claim: Claim, i: number): Promise<Worded> {
  const judged = await Promise.all(sources.map((one) => judgePassages(one, claim, one.claimed[i] ?? null)));
  const judgements = inOrder(judged.flat());
  const claimed = sources[0]?.claimed[i] ?? null;
  const narrated = judgements.find(({ reading }) => reading.isExact);
  return {
    decided: decide(judgements, claimed),
    otherwise: narrated ? describe(narrated, claimed) : notFound(claimed),
  };
}

/** What the words decide: the best place where they are said, beside those that deny it. Null where nobody is quoted with them. */
function decide(judgements: readonly Judgement[], claimed: Meant | null): QuoteVerification | null {
  const denials = judgements.filter(({ verdict }) => verdict === "DISPUTED");
  const said = judgements.filter(({ verdict }) => verdict !== "DISPUTED" && verdict !== "NOT_FOUND");
  const [[best], [denial]] = [said, denials];
  if (!best) return denial ? describe(denial, claimed, { denials }) : null;
  const against = denials.filter((one) => contradicts(one, best));
  if (denial && against.length > 0 && !contradicts(best, denial)) return describe(denial, claimed, { denials });
  return describe(best, claimed, { said, denials: against });
}

/** One goes before waiting batches, as queries do. Null, or none at all, where the model does not answer. */
const embedAll = async (
  embedder: Embedder,
  [text, ...more]: readonly string[],
): Promise<readonly (Float32Array | null)[]> => {
  if (text === undefined) return [];
  if (more.length === 0) return [await queryVector(embedder, text)];
  return (await vectorsOf(embedder, [text, ...more])) ?? [];
};

async function verifyMeaning(
  sources: readonly AskedSources[],
  asked: { readonly claim: Claim; readonly vector: Float32Array },
  i: number,
): Promise<QuoteVerification | null> {
  const near = await Promise.all(
    sources.map(async ({ store, are, filter, claimed: all }) => {
      const claimed = all[i] ?? null;
      const found = await findParaphrase(store, asked, claimed, filter);
      if (found === null) return null;
      const spokenBy = await loadSpeakers(store, [found.quote]);
      const placed = { ...found, isNote: are === "NOTES" };
      return { ...found, verification: describeParaphrase(placed, asked.claim, claimed, spokenBy(found.quote)) };
    }),
  );
  const found = near.filter((one) => one !== null).sort((a, b) => b.meaning - a.meaning);
  return found[0]?.verification ?? null;
}

function checkedClaim({ text, speaker, reading }: QuoteClaim): Claim {
  const characters = text.length;
  if (characters > MAX_CLAIM_CHARACTERS)
    throw new RequestError({ fault: "CLAIM_TOO_LONG", characters, most: MAX_CLAIM_CHARACTERS });
  if (speaker !== null && speaker.trim() === "") throw new RequestError({ fault: "SPEAKER_BLANK" });
  const claim = reading === "WORDS" ? readWholeClaim(text) : readClaim(text);
  if (claim.words.some(({ isEditorial }) => !isEditorial)) return claim;
  throw new RequestError({ fault: "CLAIM_EMPTY" });
}
