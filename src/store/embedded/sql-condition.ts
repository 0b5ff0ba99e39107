import type { SqlValue } from "./connection.ts";

/** A condition that is true or false for every row, never NULL, so that its complement is `NOT`. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export const ALWAYS: SqlCondition = { sql: "1", params: [] };
const NEVER: SqlCondition = { sql: "0", params: [] };

export function allOf(conditions: readonly SqlCondition[]): SqlCondition {
  return conditions.length === 0 ? ALWAYS : joined(conditions, " AND ");
}

export function anyOf(conditions: readonly SqlCondition[]): SqlCondition {
  return conditions.length === 0 ? NEVER : joined(conditions, " OR ");
}

/** True where the column holds one of the values; a NULL is none of them. */
export const isOneOf = (column: string, values: readonly string[]): SqlCondition => ({
  sql: `(${column} IS NOT NULL AND ${column} IN (SELECT value FROM json_each(?)))`,
  params: [JSON.stringify(values)],
});

function joined(conditions: readonly SqlCondition[], operator: string): SqlCondition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(operator)})`,
    params: conditions.flatMap(({ params }) => params),
  };
}
