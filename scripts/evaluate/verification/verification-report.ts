import { QUOTE_VERDICTS, type QuoteVerdict } from "../../../src/search/verify/quote-verification.ts";
import { percentile } from "../../bench/percentile.ts";
import { formatTable } from "../../format-table.ts";
import type { LabelledClaim } from "./make-claims.ts";

/** A claim with what it was taken for, and how long that took. */
export interface VerifiedClaim extends LabelledClaim {
  readonly found: QuoteVerdict;
  readonly summary: string;
  readonly milliseconds: number;
}

/** Of the claims found to be of a verdict, how many are (precision); of those that are, how many were found (recall). */
export function scoresOf(claims: readonly VerifiedClaim[], verdict: QuoteVerdict) {
  const right = claims.filter((claim) => claim.verdict === verdict && claim.found === verdict).length;
  const found = claims.filter((claim) => claim.found === verdict).length;
  const wanted = claims.filter((claim) => claim.verdict === verdict).length;
  return { precision: right / found, recall: right / wanted, wanted };
}

export function scoreTable(claims: readonly VerifiedClaim[]): string {
  const rows = QUOTE_VERDICTS.map((verdict) => {
    const { precision, recall, wanted } = scoresOf(claims, verdict);
    return [verdict, String(wanted), shown(precision), shown(recall)];
  });
  return formatTable([["verdict", "claims", "precision", "recall"], ...rows]);
}

/** Which kind of claim was taken for what. */
export function confusionTable(claims: readonly VerifiedClaim[]): string {
  const kinds = [...new Set(claims.map(({ kind }) => kind))];
  const rows = kinds.map((kind) => {
    const ofKind = claims.filter((claim) => claim.kind === kind);
    const counts = QUOTE_VERDICTS.map((verdict) => ofKind.filter(({ found }) => found === verdict).length);
    return [`${kind} (${ofKind[0]?.verdict})`, ...counts.map((count) => (count === 0 ? "" : String(count)))];
  });
  return formatTable([["kind of claim", ...QUOTE_VERDICTS.map((verdict) => verdict.slice(0, 8))], ...rows]);
}

export function latencyLine(claims: readonly VerifiedClaim[]): string {
  const times = claims.map(({ milliseconds }) => milliseconds);
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)].map((time) => time.toFixed(1));
  return `${claims.length} claims: p50 ${half} ms, p95 ${most} ms`;
}

/** Claims taken for something else, so many of each kind. */
export function mistakes(claims: readonly VerifiedClaim[], perKind: number): string {
  const wrong = claims.filter(({ verdict, found }) => verdict !== found);
  const kinds = [...new Set(wrong.map(({ kind }) => kind))];
  return kinds
    .flatMap((kind) => wrong.filter((claim) => claim.kind === kind).slice(0, perKind))
    .map(({ kind, found, text, original, speaker, summary }) =>
      [`${kind} -> ${found}`, `  ${text}${speaker ? ` (${speaker})` : ""}`, `  of: ${original}`, `  ${summary}`].join(
        "\n",
      ),
    )
    .join("\n\n");
}

const shown = (share: number): string => (Number.isNaN(share) ? "-" : share.toFixed(3));
