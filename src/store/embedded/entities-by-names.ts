import type { Entity } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { nameWords } from "../../model/name-words.ts";
import type { EntitiesByName, NameQuery } from "../quote-store.ts";
import type { Connection } from "./connection.ts";
import { readEntitiesByKeys } from "./entities.ts";
import { keysTitled } from "./entity-titles.ts";

/** The keys of the entities that something fits, by what was asked. */
type KeysOf = (asked: string) => readonly number[];

/** For each query all whom its names, the endings of names or its titles fit. */
export function readEntitiesByNames(connection: Connection, queries: readonly NameQuery[]): readonly EntitiesByName[] {
  return connection.reading(() => {
    const called = keysCalled(connection, queries.flatMap(({ names }) => names).map(foldName));
    const surnamed = keysSurnamed(connection, queries.flatMap(({ surnames }) => surnames).map(foldName));
    const titled = keysHolding(
      connection,
      queries.flatMap(({ titles }) => titles),
    );
    const keys = queries.map(({ names, surnames, titles }) => ({
      named: [...names.map(foldName).flatMap(called), ...surnames.map(foldName).flatMap(surnamed)],
      titled: titles.flatMap(titled),
    }));
    const all = new Set(keys.flatMap((some) => [...some.named, ...some.titled]));
    const entities = readEntitiesByKeys(connection, [...all]);
    const inOrder = (some: readonly number[]) =>
      mostMentionedFirst([...new Set(some)].flatMap((key) => entities.get(key) ?? []));
    return keys.map((some) => ({ named: inOrder(some.named), titled: inOrder(some.titled) }));
  });
}

// CROSS JOIN keeps SQLite from going through all names to look each up among those asked for (11 ms at 5,000 names).

/** Of those whose whole name or alias it is. */
function keysCalled(connection: Connection, folded: readonly string[]): KeysOf {
  const rows = connection.all<KeyRow>(
    `SELECT j.value AS asked, n.entity_key AS key FROM json_each(?) j CROSS JOIN entity_name n ON n.folded = j.value`,
    asJson(folded),
  );
  return lookup(rows);
}

/** Of the people one of whose names ends in it, and is longer: by the longest of its words, and then by what it ends in. */
function keysSurnamed(connection: Connection, folded: readonly string[]): KeysOf {
  const asked = [...new Set(folded)].map((surname) => ({ surname, word: longest(nameWords(surname)) }));
  const rows = connection.all<KeyRow>(
    `SELECT j.value ->> 'surname' AS asked, n.entity_key AS key
     FROM json_each(?) j
     CROSS JOIN entity_name_word w ON w.word = j.value ->> 'word'
     CROSS JOIN entity_name n ON n.key = w.name_key
     CROSS JOIN entity e ON e.key = n.entity_key
     WHERE e.kind = 'PERSON' AND substr(n.folded, -length(j.value ->> 'surname') - 1) = ' ' || (j.value ->> 'surname')`,
    JSON.stringify(asked.filter(({ word }) => word !== "")),
  );
  return lookup(rows);
}

function keysHolding(connection: Connection, titles: readonly string[]): KeysOf {
  const different = [...new Set(titles)];
  const keys = keysTitled(connection, different);
  return lookup(different.flatMap((asked, i) => (keys[i] ?? []).map((key) => ({ asked, key }))));
}

interface KeyRow {
  readonly asked: string;
  readonly key: number;
}

function lookup(rows: readonly KeyRow[]): KeysOf {
  const keys = new Map<string, number[]>();
  for (const { asked, key } of rows) {
    const known = keys.get(asked);
    if (known === undefined) keys.set(asked, [key]);
    else known.push(key);
  }
  return (asked) => keys.get(asked) ?? [];
}

const asJson = (names: readonly string[]): string => JSON.stringify([...new Set(names)].filter((name) => name !== ""));

const longest = (words: readonly string[]): string =>
  words.reduce((best, word) => (word.length > best.length ? word : best), "");

const mostMentionedFirst = (entities: readonly Entity[]): readonly Entity[] =>
  [...entities].sort((a, b) => b.mentionCount - a.mentionCount || (a.id < b.id ? -1 : 1));
