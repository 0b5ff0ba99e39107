import { errors } from "@opensearch-project/opensearch";
import { VerbatimError } from "../../errors.ts";
import type { ClusterAddress } from "./cluster-address.ts";

/** What the user can mend, said as a sentence; anything else stays as it is. */
export function asVerbatimError(error: unknown, { urls, user }: ClusterAddress): unknown {
  if (error instanceof errors.OpenSearchClientError) forgetQuestion(error);
  const where = urls.join(", ");
  if (error instanceof errors.ResponseError) return ofResponse(error, where, user);
  const isUnreachable =
    error instanceof errors.ConnectionError ||
    error instanceof errors.NoLivingConnectionsError ||
    error instanceof errors.TimeoutError;
  return isUnreachable ? unreachable(error, where) : error;
}

/** The client keeps with an error all that was asked, which is not for the log. */
function forgetQuestion(error: Error & { readonly meta?: unknown }): void {
  if (typeof error.meta === "object" && error.meta !== null) Object.assign(error.meta, { meta: null });
}

function ofResponse(error: errors.ResponseError, where: string, user: string | null): unknown {
  const status = error.statusCode;
  if (status === 401 || status === 403) return isReadOnly(error) ? readOnly(error, where) : refused(error, where, user);
  if (status === 429 && isReadOnly(error)) return readOnly(error, where);
  if (status === 503) {
    const said = `OpenSearch at ${where} does not answer now: it has no manager, or lacks a part of the index. Try again when the cluster is green.`;
    return new VerbatimError("INDEX_BUSY", said, {}, error);
  }
  return error;
}

/** A disk that is nearly full makes OpenSearch block writing to what lies there. */
export const isReadOnly = (error: unknown): boolean => /read-only|cluster_block_exception/.test(String(error));

const LOST_NODE =
  /"(node_not_connected|node_disconnected|node_closed|connect_transport|receive_timeout_transport|search_context_missing|no_shard_available_action)_exception"/;

/** A node that dies between two steps of a search is told with status 500, and what a search began on it is not there when it is back. */
export const isOfLostNode = (error: errors.ResponseError): boolean =>
  LOST_NODE.test(JSON.stringify(error.body ?? null));

/** A certificate that nobody vouches for does not get better by itself. */
export const isOfCertificate = (error: unknown): boolean =>
  error instanceof Error && /certificate|self.signed|issuer/i.test(error.message);

const readOnly = (error: unknown, where: string): VerbatimError =>
  new VerbatimError(
    "DISK_FULL",
    `OpenSearch at ${where} takes no more: a disk of the cluster is nearly full, so that it made the index read-only. ` +
      "Make room or add a node; it allows writing again by itself, and indexing goes on where it stopped.",
    {},
    error,
  );

const refused = (error: unknown, where: string, user: string | null): VerbatimError =>
  new VerbatimError(
    "BAD_SETTING",
    user === null
      ? `OpenSearch at ${where} wants a user and a password. Set OPENSEARCH_USER and OPENSEARCH_PASSWORD.`
      : `OpenSearch at ${where} does not let in the user ${user}. Check OPENSEARCH_USER and OPENSEARCH_PASSWORD, and what that user may do.`,
    {},
    error,
  );

const unreachable = (error: Error, where: string): VerbatimError =>
  new VerbatimError(
    "BAD_SETTING",
    `OpenSearch does not answer at ${where} (${error.message}). Start it, or set OPENSEARCH_URL to where it is` +
      `${isOfCertificate(error) ? ", and OPENSEARCH_CA to the certificate that vouches for it" : ""}.`,
    {},
    error,
  );
