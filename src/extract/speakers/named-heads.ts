import type { EntityCluster } from "../entities/entity-cluster.ts";
import type { SourceName, SourcePhrase } from "./source-phrase.ts";

/** The people and bodies that a source names as speaking: the head of its first phrase, and those joined to it by "and". */
export function namedHeads(source: SourcePhrase): readonly EntityCluster[] {
  const heads = source.names.filter(speaks);
  const first = heads.findIndex(({ part }) => part === "MAIN" || part === "APPOSITION");
  if (first < 0) return [];
  const isList = heads.some(({ part }) => part === "CONJUNCT");
  const others = heads.slice(first + 1).filter(({ part }) => part === "CONJUNCT" || (isList && part === "APPOSITION"));
  return [...new Set([heads[first], ...others].flatMap((name) => name?.named.cluster ?? []))];
}

const speaks = ({ role, named }: SourceName): boolean => role === "HEAD" && named.cluster.kind !== "PLACE";
