import { Connection } from "../../src/store/embedded/connection.ts";
import { readState } from "../../src/store/embedded/index-state.ts";
import { databasePath, type IndexPlace } from "../../src/store/embedded/open-index.ts";

/** An index with the model that it was made with, for what opens it and embeds nothing. */
export function placeOf(directory: string): IndexPlace {
  const connection = new Connection(databasePath(directory), "READ");
  try {
    const { model, dimensions } = readState(connection);
    return { directory, model, dimensions };
  } finally {
    connection.close();
  }
}
