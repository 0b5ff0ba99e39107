import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { NameMention } from "../entities/name-mention.ts";
import type { NamedMention } from "../entities/read-names.ts";
import type { Document } from "../text/document.ts";
import type { Token } from "../text/token.ts";

/** Blocks at either end of an article in which its author is named. */
const FIRST_BLOCKS = 5;
const LAST_BLOCKS = 4;

/** "Ana Rehn is a columnist ...", "Ana Rehn covers ..." */
const TELLS_OF_AUTHOR =
  /^(?:is|was|are|has|writes|covers|reports|teaches|served|serves|worked|works|contributed|can|may)$/;

/** Whom an article says to have written it: "By Ana Rehn" above it, "Ana Rehn is a columnist" below it. */
export function authorsOf({ blocks }: Document, names: readonly NamedMention[]): ReadonlySet<EntityCluster> {
  const written = names.filter(({ cluster, mention }) => {
    const tokens = blocks[mention.block]?.tokens ?? [];
    return cluster.kind === "PERSON" && (isByline(tokens, mention) || tellsOfAuthor(tokens, mention, blocks.length));
  });
  return new Set(written.map(({ cluster }) => cluster));
}

const isByline = (tokens: readonly Token[], { block, from }: NameMention): boolean =>
  block < FIRST_BLOCKS && from === 1 && tokens[0]?.lower === "by";

function tellsOfAuthor(tokens: readonly Token[], { block, from, to }: NameMention, blocks: number): boolean {
  if (block < Math.max(FIRST_BLOCKS, blocks - LAST_BLOCKS)) return false;
  return from === 0 && TELLS_OF_AUTHOR.test(tokens[to]?.lower ?? "");
}
