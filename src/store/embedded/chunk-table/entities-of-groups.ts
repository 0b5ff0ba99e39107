import type { Connection } from "../connection.ts";

/** Which entity each group of names is now: a group may turn out to be somebody else when articles come or go. */
export class EntitiesOfGroups {
  readonly #connection: Connection;
  /** By the key of the group the key of its entity; 0 where there is no such group. */
  #entities: Int32Array = new Int32Array();
  /** The state of the database that they were read from. */
  #followed = "";

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** By the key of a group that of its entity, as the database is now; 0, or nothing, for a group that has left. */
  current(): Int32Array {
    const stamp = this.#connection.changeStamp();
    if (stamp !== this.#followed) this.#entities = this.#read();
    this.#followed = stamp;
    return this.#entities;
  }

  #read(): Int32Array {
    const [highest] = this.#connection.column<number | null>("SELECT MAX(key) FROM name_group");
    const entities = new Int32Array((highest ?? 0) + 1);
    const rows = this.#connection.all<{ readonly key: number; readonly entity_key: number }>(
      "SELECT key, entity_key FROM name_group",
    );
    for (const { key, entity_key } of rows) entities[key] = entity_key;
    return entities;
  }
}
