/** Kept in the database's `user_version`; raise it with every change of the tables. */
export const SCHEMA_VERSION = 10;

const CORRECTION_TABLES = `
CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  reason TEXT,
  change TEXT NOT NULL,
  before TEXT NOT NULL,
  -- Of the article whose words it is about; of people who were put right there is none.
  article_id TEXT,
  undone_at TEXT,
  undone_by TEXT
) STRICT;
CREATE INDEX correction_by_time ON correction (at DESC, id);
CREATE INDEX correction_by_article ON correction (article_id);

CREATE TABLE correction_subject (
  subject_id TEXT NOT NULL,
  correction_id TEXT NOT NULL REFERENCES correction ON DELETE CASCADE,
  PRIMARY KEY (subject_id, correction_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_subject_by_correction ON correction_subject (correction_id);

CREATE TABLE decided_person (id TEXT PRIMARY KEY, entity_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE decided_name (entity_id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE article_found (article_id TEXT PRIMARY KEY REFERENCES article ON DELETE CASCADE, found TEXT NOT NULL) STRICT;
`;

const ENTITY_IDS = `
CREATE VIEW entity_id (id, entity_key) AS
  SELECT id, key FROM entity
  UNION ALL SELECT id, entity_key FROM name_group
  UNION ALL SELECT m.id, g.entity_key FROM article_entity m JOIN name_group g ON g.key = m.group_key
  UNION ALL SELECT p.id, e.key FROM decided_person p JOIN entity e ON e.id = p.entity_id;
`;

/** What makes the tables of a version those of the next (`vector_codes` makes 8-bit codes of a vector); an index of a version without one is made again. */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  5: `ALTER TABLE article_body ADD COLUMN author TEXT;
    ALTER TABLE article_body ADD COLUMN recording TEXT;
    CREATE TABLE chunk_quote (
      label INTEGER NOT NULL REFERENCES chunk ON DELETE CASCADE,
      place INTEGER NOT NULL,
      quote_id TEXT NOT NULL REFERENCES quote ON DELETE CASCADE,
      PRIMARY KEY (label, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX chunk_quote_by_quote ON chunk_quote (quote_id);
    INSERT INTO chunk_quote SELECT label, 0, quote_id FROM chunk WHERE quote_id IS NOT NULL;
    DROP INDEX chunk_by_quote;
    UPDATE chunk SET quote_id = NULL;
    ALTER TABLE chunk_vector ADD COLUMN context_vector BLOB NOT NULL DEFAULT x'';
    UPDATE chunk_vector SET context_vector = vector_codes(vector);
    -- Chunks are passages now: the next indexing makes those of every article anew, and until then the old ones are found.
    UPDATE article SET revision = ''`,
  6: `CREATE TABLE quote_entity (
      quote_id TEXT NOT NULL REFERENCES quote ON DELETE CASCADE,
      group_key INTEGER NOT NULL REFERENCES name_group,
      PRIMARY KEY (quote_id, group_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX quote_entity_by_group ON quote_entity (group_key, quote_id);
    -- What the passage of a quote mentions stands for what its words do, until the next indexing makes the article anew.
    INSERT INTO quote_entity SELECT DISTINCT o.quote_id, e.group_key FROM chunk_quote o JOIN chunk_entity e ON e.label = o.label;
    UPDATE article SET revision = ''`,
  7: `UPDATE chunk_vector SET vector = vector_codes(vector);
    CREATE VIRTUAL TABLE chunk_words_alone USING fts5 (
      text, content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
    );
    INSERT INTO chunk_words_alone (rowid, text) SELECT rowid, text FROM chunk_words;
    DROP TABLE chunk_words;
    ALTER TABLE chunk_words_alone RENAME TO chunk_words`,
  8: CORRECTION_TABLES,
  9: `UPDATE decided_person SET entity_id = (
      WITH RECURSIVE way (id) AS (
        SELECT decided_person.entity_id UNION SELECT p.entity_id FROM way JOIN decided_person p ON p.id = way.id
      )
      SELECT id FROM way WHERE id NOT IN (SELECT id FROM decided_person));
    DROP VIEW entity_id;
    ${ENTITY_IDS}`,
};

/**
 * SQLite is the truth; the vector index beside it is derived.
 *
 * - What a search touches many rows of (`article`, `chunk`) is narrow; texts and vectors lie in tables of their own.
 * - `chunk.label` names a chunk in the vector index. Labels and the numbers of `chunk_removal` are never given twice
 *   (AUTOINCREMENT), so that any process can tell from the last ones it saw what is new to it.
 * - `article_entity` is what one article knows of somebody, a member. Members of one kind and link key are a
 *   `name_group`; a member without a link key is a group of its own. Groups that are one person (or body, or place) point
 *   to one `entity`. Quotes and chunks point to groups, so that a group which turns out to be somebody else moves as
 *   one row, and processes that hold chunks in memory need not follow.
 * - `entity_name` and `entity_title` count how many members give a name or title, and `entity` their mentions: adding
 *   and removing a member costs about the same however many others there are.
 * - `quote_speaker` holds all who say a quote, the speaker at the place 0; `quote.behalf_key` is for whom they speak.
 * - `chunk_quote` holds the quotes that have words in a chunk, in text order. `chunk_vector` has, in 8 bits a number, the vector of
 *   a chunk's own words and that of the words in their context. `chunk_words` finds words and keeps none: a chunk's text is cut
 *   from its article.
 * - `quote_entity` holds whom and what the words of a quote mention, by name, title or pronoun, and `chunk_entity` those of a chunk.
 * - `article_beside` has the groups of all that an article names in full as one JSON list: to weigh whom a name means the
 *   lists of a hundred articles are read at a time.
 * - `entity_id` knows every id that leads to an entity: its own, those of its groups, those of its members, and those that were decided to be it.
 * - `article_body.recording` has the address of a recording and its times, as `recording-column.ts` writes them.
 * - `correction` holds all that people put right; `correction_subject` the ids of the quotes and entities that a standing one is about.
 *   `decided_person` says which entity a group of names, or an entity, is in the end by what was decided, and `decided_name` how one is called: both
 *   follow from the corrections. `article_found` has, of an article with something put right in it, what the extraction found, as JSON.
 * - `authority_person` is the authority file, `authority_name` the names in it by which people are recognised.
 */
export const SCHEMA = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  source_key TEXT NOT NULL,
  revision TEXT NOT NULL,
  title TEXT,
  title_words TEXT NOT NULL,
  publisher TEXT,
  publisher_folded TEXT,
  url TEXT,
  published_at TEXT,
  origin TEXT,
  sample INTEGER NOT NULL
) STRICT;
CREATE INDEX article_by_url ON article (url);
CREATE INDEX article_newest ON article (COALESCE(published_at, '') DESC, id);
CREATE INDEX article_oldest ON article (COALESCE(published_at, '~'), id);

CREATE TABLE article_body (
  article_id TEXT PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  title_span TEXT,
  paragraphs TEXT NOT NULL,
  text TEXT NOT NULL,
  author TEXT,
  recording TEXT
) STRICT;

CREATE TABLE authority_person (
  key INTEGER PRIMARY KEY,
  entity_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  titles TEXT NOT NULL,
  born TEXT,
  wikidata TEXT,
  url TEXT
) STRICT;

CREATE TABLE authority_name (
  name TEXT PRIMARY KEY,
  authority_key INTEGER NOT NULL REFERENCES authority_person ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  titles TEXT NOT NULL,
  mention_count INTEGER NOT NULL,
  article_count INTEGER NOT NULL,
  quote_count INTEGER NOT NULL
) STRICT;
CREATE INDEX entity_by_mentions ON entity (mention_count DESC, id);

CREATE TABLE name_group (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  link_key TEXT,
  entity_key INTEGER NOT NULL REFERENCES entity,
  may_be TEXT NOT NULL
) STRICT;
CREATE INDEX name_group_by_entity ON name_group (entity_key);

CREATE TABLE article_entity (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article,
  group_key INTEGER NOT NULL REFERENCES name_group,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  titles TEXT NOT NULL,
  mentions TEXT NOT NULL,
  mention_count INTEGER NOT NULL,
  quote_count INTEGER NOT NULL,
  -- Of people: of those named in full the keys of both names, of others the key of the only one, with an initial.
  first_name TEXT,
  surname TEXT,
  short_name TEXT,
  gender TEXT
) STRICT;
CREATE INDEX article_entity_by_article ON article_entity (article_id, group_key);
CREATE INDEX article_entity_by_group ON article_entity (group_key, id);
CREATE INDEX article_entity_by_surname ON article_entity (surname, article_id) WHERE surname IS NOT NULL;
CREATE INDEX article_entity_by_first_name ON article_entity (first_name, article_id) WHERE surname IS NOT NULL;
CREATE INDEX article_entity_by_short_name ON article_entity (short_name) WHERE short_name IS NOT NULL;

CREATE TABLE article_beside (article_id TEXT PRIMARY KEY REFERENCES article ON DELETE CASCADE, group_keys TEXT NOT NULL) STRICT;

CREATE TABLE entity_name (
  key INTEGER PRIMARY KEY,
  entity_key INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  uses INTEGER NOT NULL,
  full_uses INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  -- 1 where the authority file or a correction gives the name.
  authority INTEGER NOT NULL,
  UNIQUE (entity_key, name)
) STRICT;
CREATE INDEX entity_name_folded ON entity_name (folded, entity_key);

CREATE TABLE entity_name_word (
  word TEXT NOT NULL,
  name_key INTEGER NOT NULL REFERENCES entity_name ON DELETE CASCADE,
  PRIMARY KEY (word, name_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name_word_by_name ON entity_name_word (name_key);

CREATE TABLE entity_title (
  entity_key INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  title TEXT NOT NULL,
  as_of TEXT NOT NULL,
  head TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (entity_key, title, as_of)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_title_by_head ON entity_title (head);

CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  spans TEXT NOT NULL,
  cue TEXT,
  speaker_mention TEXT,
  behalf_key INTEGER REFERENCES name_group,
  assertion TEXT NOT NULL,
  reports TEXT NOT NULL,
  sentence TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX quote_by_article ON quote (article_id, ordinal);
CREATE INDEX quote_by_behalf ON quote (behalf_key);
CREATE INDEX quote_by_confidence ON quote (confidence DESC, article_id, ordinal);

CREATE TABLE quote_speaker (
  quote_id TEXT NOT NULL REFERENCES quote ON DELETE CASCADE,
  place INTEGER NOT NULL,
  group_key INTEGER NOT NULL REFERENCES name_group,
  PRIMARY KEY (quote_id, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quote_speaker_by_group ON quote_speaker (group_key, quote_id);

CREATE TABLE quote_entity (
  quote_id TEXT NOT NULL REFERENCES quote ON DELETE CASCADE,
  group_key INTEGER NOT NULL REFERENCES name_group,
  PRIMARY KEY (quote_id, group_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_entity_by_group ON quote_entity (group_key, quote_id);

CREATE TABLE chunk (
  label INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES article,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  spans TEXT NOT NULL
) STRICT;
CREATE INDEX chunk_by_article ON chunk (article_id, ordinal);

CREATE TABLE chunk_quote (
  label INTEGER NOT NULL REFERENCES chunk ON DELETE CASCADE,
  place INTEGER NOT NULL,
  quote_id TEXT NOT NULL REFERENCES quote ON DELETE CASCADE,
  PRIMARY KEY (label, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX chunk_quote_by_quote ON chunk_quote (quote_id);

CREATE TABLE chunk_entity (
  label INTEGER NOT NULL REFERENCES chunk ON DELETE CASCADE,
  group_key INTEGER NOT NULL REFERENCES name_group,
  PRIMARY KEY (label, group_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX chunk_entity_by_group ON chunk_entity (group_key, label);

CREATE TABLE chunk_vector (
  label INTEGER PRIMARY KEY,
  vector BLOB NOT NULL,
  context_vector BLOB NOT NULL
) STRICT;
CREATE TABLE chunk_removal (number INTEGER PRIMARY KEY AUTOINCREMENT, label INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE chunk_words USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
);
${CORRECTION_TABLES}
${ENTITY_IDS}`;
