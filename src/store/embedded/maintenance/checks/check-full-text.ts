import { readTexts } from "../../chunk-texts.ts";
import type { Connection } from "../../connection.ts";
import { matchExpression } from "../../full-text.ts";
import { type Finding, FindingList } from "../finding.ts";

const AT_ONCE = 1_000;

interface ChunkRow {
  readonly label: number;
  readonly article_id: string;
  readonly spans: string;
}

/** Full text finds each passage by its longest word, and nothing that is no passage. */
export function checkFullText(connection: Connection): readonly Finding[] {
  const list = new FindingList("full text");
  let last = -1;
  for (;;) {
    const rows = connection.all<ChunkRow>(
      "SELECT label, article_id, spans FROM chunk WHERE label > ? ORDER BY label LIMIT ?",
      last,
      AT_ONCE,
    );
    const texts = readTexts(connection, rows);
    rows.forEach(({ label }, i) => {
      if (!isFound(connection, label, texts[i] ?? ""))
        list.add("A passage is not found by its words", `label ${label}`);
    });
    last = rows.at(-1)?.label ?? last;
    if (rows.length < AT_ONCE) break;
  }
  const stray = "SELECT rowid FROM chunk_words WHERE rowid NOT IN (SELECT label FROM chunk)";
  for (const label of connection.column<number>(stray)) {
    list.add("Words are found that are no passage's", `label ${label}`);
  }
  return list.findings;
}

function isFound(connection: Connection, label: number, text: string): boolean {
  const [longest] = (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort((a, b) => b.length - a.length);
  const expression = longest === undefined ? null : matchExpression([longest]);
  if (expression === null) return true;
  // A number of JavaScript is bound as a float, and FTS5 passes over a row number that is one.
  const sql = "SELECT rowid FROM chunk_words WHERE chunk_words MATCH ? AND rowid = CAST(? AS INTEGER)";
  return connection.column(sql, expression, label).length > 0;
}
