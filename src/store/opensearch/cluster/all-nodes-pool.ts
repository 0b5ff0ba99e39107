import { ConnectionPool } from "@opensearch-project/opensearch";

/**
 * Connections to all nodes, at all times: which of them is asked is for `SilentNodes` to say, who asks each whether it is there. The client's own pool leaves a node alone
 * for one minute, then two, then four, whenever a request to it failed, was late, or met a cluster without a manager: where nodes die by turns, one that is long back
 * is not asked, and all questions wait for the single one that is left, however often they are asked again.
 */
export class AllNodesPool extends ConnectionPool {
  override markDead(): this {
    return this;
  }
}
