import type { EntityKind } from "../../model/entity.ts";
import { foldName } from "../../model/fold-name.ts";
import { byStart, EntityCluster } from "./entity-cluster.ts";
import type { NameMention } from "./name-mention.ts";
import { fullNames } from "./short-names.ts";

/** Names of one place that share no letters. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["us", "united states"],
  ["u s", "united states"],
  ["usa", "united states"],
  ["u s a", "united states"],
  ["united states of america", "united states"],
  ["america", "united states"],
  ["uk", "united kingdom"],
  ["u k", "united kingdom"],
  ["eu", "european union"],
  ["e u", "european union"],
  ["un", "united nations"],
  ["u n", "united nations"],
]);

const SKIPPED = /^(?:of|the|and|for|in|&|de|du|la)$/;

/** Joins the names of organizations, or of places: the same words, an acronym and what it stands for. */
export function mergeNames(
  kind: EntityKind,
  mentions: readonly NameMention[],
): ReadonlyMap<NameMention, EntityCluster> {
  const clusters = new Map<string, EntityCluster>();
  const acronyms = acronymsOf(mentions);
  const campaigns = campaignsOf(mentions);
  const full =
    kind === "ORGANIZATION"
      ? fullNames([...mentions].sort(byStart).map(({ words }) => keyOf(words.join(" "))))
      : new Map<string, string>();
  return new Map(
    mentions.map((mention) => {
      const name = mention.words.join(" ");
      const own = keyOf(name);
      const key = acronyms.get(name.replaceAll(".", "")) ?? campaigns.get(own) ?? full.get(own) ?? own;
      const cluster = clusters.get(key) ?? new EntityCluster(kind);
      clusters.set(key, cluster);
      cluster.addName(mention, name);
      return [mention, cluster];
    }),
  );
}

/** "Rehn's campaign" is the Rehn campaign. */
function keyOf(name: string): string {
  const folded = foldName(name).replace(/'s?(?= )/g, "");
  return SAME.get(folded) ?? folded;
}

/** The keys by which a campaign of this article may go as well: "the Rehn camp" and "Rehn's team" are the Rehn campaign. */
const campaignsOf = (mentions: readonly NameMention[]): ReadonlyMap<string, string> =>
  new Map(
    mentions
      .map(({ words }) => keyOf(words.join(" ")))
      .filter((key) => key.endsWith(" campaign"))
      .flatMap((key) => ["camp", "team"].map((noun) => [key.replace(/campaign$/, noun), key] as const)),
  );

/** What each acronym of a name of this article stands for, as a key: NRA for National Rifle Association. */
function acronymsOf(mentions: readonly NameMention[]): Map<string, string> {
  const acronyms = new Map<string, string>();
  for (const { words } of mentions) {
    if (words.length < 2) continue;
    const initials = words
      .filter((word) => !SKIPPED.test(word))
      .map((word) => word[0] ?? "")
      .join("");
    // "AP-GfK Poll" begins with the AP, and is not what AP stands for.
    if (words[0]?.startsWith(initials)) continue;
    if (initials.length > 1 && !acronyms.has(initials)) acronyms.set(initials, keyOf(words.join(" ")));
  }
  return acronyms;
}
