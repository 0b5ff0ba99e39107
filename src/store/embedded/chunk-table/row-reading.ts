const mentioned = (which: string) => `(SELECT json_group_array(m.group_key) FROM chunk_entity m
    JOIN name_group g ON g.key = m.group_key WHERE m.label = c.label AND ${which})`;

const SPEAKERS = `(SELECT json_group_array(s.group_key ORDER BY s.place)
    FROM quote_speaker s WHERE s.quote_id = q.id)`;

const STATEMENTS = `(SELECT json_group_array(json_object('kind', q.kind, 'speakers', json(${SPEAKERS}), 'onBehalfOf', q.behalf_key,
      'assertion', q.assertion, 'reports', q.reports, 'confidence', q.confidence) ORDER BY o.place)
    FROM chunk_quote o JOIN quote q ON q.id = o.quote_id WHERE o.label = c.label)`;

/** What the chunk table has of a chunk's statements (a JSON array of `RowStatement`) and mentions; `c` is the chunk. */
export const ROW_READING = `${STATEMENTS} AS statements, ${mentioned("g.kind <> 'PLACE'")} AS mentions,
    ${mentioned("g.kind = 'PLACE'")} AS places`;
