import { errors } from "@opensearch-project/opensearch";
import { ServiceError } from "../../../model/service-fault.ts";
import type { ClusterAddress } from "./cluster-address.ts";

/** What whoever runs it can mend as a fault of the service; anything else stays as it is, but without what was asked. */
export function asVerbatimError(error: unknown, { urls, user }: ClusterAddress): unknown {
  if (error instanceof errors.OpenSearchClientError) forgetQuestion(error);
  const where = urls.join(", ");
  if (error instanceof errors.ResponseError) return ofResponse(error, where, user);
  return isUnreachable(error) ? unreachable(error, where) : error;
}

/** Whether no node answered. */
export const isUnreachable = (error: unknown): error is Error =>
  error instanceof errors.ConnectionError ||
  error instanceof errors.NoLivingConnectionsError ||
  error instanceof errors.TimeoutError;

/** The client keeps with an error all that was asked, which is not for the log. */
function forgetQuestion(error: Error & { readonly meta?: unknown }): void {
  if (typeof error.meta === "object" && error.meta !== null) Object.assign(error.meta, { meta: null });
}

/** What a node that dies, a new manager, or too much work at once answers with: another try may do. */
const NOT_READY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

function ofResponse(error: errors.ResponseError, where: string, user: string | null): unknown {
  const status = error.statusCode;
  if (isReadOnly(error)) return readOnly(error, where);
  if (status === 401 || status === 403) return refused(error, where, user);
  if (isNotReady(error)) return new ServiceError({ fault: "CLUSTER_NOT_READY", cluster: where }, error);
  return error;
}

/** A disk that is nearly full makes OpenSearch block writing to what lies there. */
export const isReadOnly = ({ statusCode, body }: errors.ResponseError): boolean =>
  isWriteBlock(statusCode ?? 0, JSON.stringify(body ?? null));

/** What is full takes no new index either. A cluster without a manager, or that has just started, blocks too, with 503, and goes on by itself. */
export const isWriteBlock = (status: number, said: string): boolean =>
  (status === 403 || status === 429) && /(cluster|index_create)_block_exception/.test(said);

const LOST_NODE =
  /"(node_not_connected|node_disconnected|node_closed|connect_transport|receive_timeout_transport|search_context_missing|no_shard_available_action)_exception"/;

/** Whether another try may do. */
export const isNotReady = (error: errors.ResponseError): boolean =>
  NOT_READY.has(error.statusCode ?? 0) || isOfLostNode(error);

/** A node that dies between two steps of a search is told with status 500, and what a search began on it is not there when it is back. */
const isOfLostNode = (error: errors.ResponseError): boolean => LOST_NODE.test(JSON.stringify(error.body ?? null));

/** A certificate that nobody vouches for does not get better by itself. */
export const isOfCertificate = (error: unknown): boolean =>
  error instanceof Error && /certificate|self.signed|issuer/i.test(error.message);

const readOnly = (error: unknown, cluster: string): ServiceError =>
  new ServiceError({ fault: "CLUSTER_FULL", cluster }, error);

const refused = (error: unknown, cluster: string, user: string | null): ServiceError =>
  new ServiceError({ fault: "CLUSTER_REFUSES", cluster, user }, error);

const unreachable = (error: Error, cluster: string): ServiceError =>
  new ServiceError(
    { fault: "CLUSTER_UNREACHABLE", cluster, reason: error.message, isOfCertificate: isOfCertificate(error) },
    error,
  );
