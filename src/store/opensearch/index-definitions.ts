/** Raise it with every change of what is kept or how: an index of another version is made again. */
export const OPENSEARCH_SCHEMA_VERSION = 2;

/** One index each. `state` holds where the whole stands: the model, the writer, what is being written, the authority file. */
export const INDEX_KINDS = ["articles", "quotes", "chunks", "entities", "corrections", "state"] as const;
export type IndexKind = (typeof INDEX_KINDS)[number];

export interface IndexLayout {
  readonly dimensions: number;
  readonly shards: number;
  readonly replicas: number;
}

/** What people put right, and where the index stands, is little. */
const OF_ONE_SHARD: readonly IndexKind[] = ["corrections", "state"];

/** What makes an index: its settings and its mapping. */
export function indexDefinition(kind: IndexKind, { dimensions, shards, replicas }: IndexLayout): object {
  return {
    settings: {
      number_of_shards: OF_ONE_SHARD.includes(kind) ? 1 : shards,
      number_of_replicas: replicas,
      // What is written becomes visible when its writer says so, and at no other time: half of an article is never seen for long.
      refresh_interval: "-1",
      // What was removed is known for so long: what a writer before has still to write does not bring it back.
      gc_deletes: "1h",
      max_result_window: MAX_WINDOW,
      max_inner_result_window: MAX_STATEMENTS,
      ...(kind === "chunks" && CHUNK_SETTINGS),
    },
    mappings: { _meta: { schemaVersion: OPENSEARCH_SCHEMA_VERSION }, ...mappingOf(kind, dimensions) },
  };
}

/** The most hits of one request. */
export const MAX_WINDOW = 10_000;
/** The most things said in one chunk that are told apart. */
export const MAX_STATEMENTS = 1_000;

/** The score of a word is how often it stands there: what it is worth is the ranking's business. */
const CHUNK_SETTINGS = {
  "index.knn": true,
  similarity: { count: { type: "scripted", script: { source: "return query.boost * doc.freq;" } } },
};

const KEYWORD = { type: "keyword" };
/** A longer address or name is kept, and not looked for. */
const LOOKED_UP = { type: "keyword", ignore_above: 8_000 };
const KEPT = { type: "object", enabled: false };
const WORDS = { type: "keyword", doc_values: false, ignore_above: 8_000 };
/** By how often each stands there; words are split before they come. */
const COUNTED_WORDS = {
  type: "text",
  analyzer: "whitespace",
  similarity: "count",
  index_options: "freqs",
  norms: false,
};
/** By their order, too. */
const WORDS_IN_ORDER = { type: "text", analyzer: "whitespace", index_options: "positions" };

const PUBLICATION = { publisherFolded: LOOKED_UP, publishedAt: KEYWORD };

function mappingOf(kind: IndexKind, dimensions: number): object {
  switch (kind) {
    case "articles":
      return { dynamic: "strict", properties: ARTICLE };
    case "quotes":
      return { dynamic: "strict", properties: QUOTE };
    case "chunks":
      return {
        dynamic: "strict",
        // Nothing is left out of what is kept: k-NN then keeps each vector once, and not in the document again (1.7 kB a vector in place of 4.6).
        properties: { ...CHUNK, vector: vectorOf(dimensions), contextVector: vectorOf(dimensions) },
      };
    case "entities":
      return { dynamic: "strict", properties: ENTITY };
    case "corrections":
      return { dynamic: "strict", properties: CORRECTION };
    case "state":
      return { enabled: false };
  }
}

const ARTICLE = {
  article: KEPT,
  found: KEPT,
  members: KEPT,
  quoteIds: KEPT,
  chunkIds: KEPT,
  origin: { type: "keyword", index: false, doc_values: false },
  sample: { type: "boolean" },
  id: KEYWORD,
  newest: KEYWORD,
  url: LOOKED_UP,
  titleWords: WORDS,
  ...PUBLICATION,
  memberIds: WORDS,
  entities: KEYWORD,
  groups: WORDS,
  surnames: WORDS,
  firstNames: WORDS,
  shortNames: WORDS,
};

const QUOTE = {
  quote: KEPT,
  articleId: KEYWORD,
  ordinal: { type: "integer" },
  newest: KEYWORD,
  oldest: KEYWORD,
  confidence: { type: "double" },
  kind: KEYWORD,
  assertion: KEYWORD,
  reports: KEYWORD,
  speakers: KEYWORD,
  onBehalfOf: KEYWORD,
  mentions: KEYWORD,
  day: KEYWORD,
  month: KEYWORD,
  year: KEYWORD,
  ...PUBLICATION,
};

const CHUNK = {
  chunk: KEPT,
  sketch: KEPT,
  id: KEYWORD,
  articleId: KEYWORD,
  ordinal: { type: "integer" },
  label: { type: "long" },
  kind: KEYWORD,
  length: { type: "integer" },
  attitude: { type: "boolean" },
  publishedTime: { type: "long" },
  publisher: LOOKED_UP,
  month: KEYWORD,
  ...PUBLICATION,
  speakers: KEYWORD,
  mentions: KEYWORD,
  places: KEYWORD,
  wording: KEYWORD,
  wordingAsTold: KEYWORD,
  bands: WORDS,
  hasVariants: { type: "boolean" },
  statements: {
    type: "nested",
    properties: {
      kind: KEYWORD,
      speakers: KEYWORD,
      onBehalfOf: KEYWORD,
      assertion: KEYWORD,
      reports: KEYWORD,
      confidence: { type: "double" },
      mentions: WORDS,
      articleId: WORDS,
      publisherFolded: WORDS,
      publishedAt: KEYWORD,
    },
  },
  own: COUNTED_WORDS,
  near: COUNTED_WORDS,
  around: WORDS,
  forms: WORDS_IN_ORDER,
  tokens: WORDS_IN_ORDER,
};

const ENTITY = {
  record: KEPT,
  id: KEYWORD,
  kind: KEYWORD,
  mentionCount: { type: "long" },
  groups: WORDS,
  words: WORDS,
  titleHeads: WORDS,
  names: { type: "nested", properties: { folded: WORDS, words: WORDS } },
};

const CORRECTION = {
  correction: KEPT,
  id: KEYWORD,
  at: KEYWORD,
  articleId: KEYWORD,
  isStanding: { type: "boolean" },
  subjects: WORDS,
};

/** Lucene's graph: without native libraries another engine ends the node. */
const vectorOf = (dimensions: number) => ({
  type: "knn_vector",
  dimension: dimensions,
  method: { name: "hnsw", engine: "lucene", space_type: "cosinesimil", parameters: { m: 16, ef_construction: 100 } },
});
