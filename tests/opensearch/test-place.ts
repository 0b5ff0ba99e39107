import type { IndexPlace } from "../../src/store/opensearch/open-index.ts";

/** An index of its own in the cluster that the tests run against. */
export const testPlace = (name: string, dimensions: number): IndexPlace => ({
  address: {
    urls: (process.env.OPENSEARCH_URL ?? "").split(","),
    user: null,
    password: null,
    certificate: null,
  },
  prefix: `test-${name}`,
  model: "example/model",
  dimensions,
  shards: Number(process.env.OPENSEARCH_SHARDS ?? 1),
  replicas: Number(process.env.OPENSEARCH_REPLICAS ?? 0),
});
