import type { Config } from "../src/config.ts";
import { VerbatimError } from "../src/errors.ts";

/**
 * The folder of the index, for commands that work on its files.
 * @throws VerbatimError BAD_SETTING where the index lies in a cluster, which has its own ways.
 */
export function embeddedFolder({ store, dataDirectory }: Pick<Config, "store" | "dataDirectory">): string {
  if (store === "embedded") return dataDirectory;
  throw new VerbatimError(
    "BAD_SETTING",
    "This command works on the files of an index in a folder, and VERBATIM_STORE=opensearch keeps it in a cluster: use OpenSearch's snapshots " +
      "and health there, or set VERBATIM_STORE=embedded for the folder.",
  );
}
