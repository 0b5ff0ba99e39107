import type { ArticleTags } from "../model/article-tags.ts";
import type { Span } from "../model/span.ts";
import type { ModelLocation } from "./model-location.ts";

/** Which models a process is to hold; null for one that is not wanted. */
export interface ModelLocations {
  readonly embedder: ModelLocation | null;
  readonly tagger: ModelLocation | null;
}

/** What this process asks of the model process. Sent by structured clone. */
export type ModelTask =
  | { readonly task: "embed" | "embedQuery" | "countTokens"; readonly texts: readonly string[] }
  | { readonly task: "tag"; readonly text: string; readonly blocks: readonly Span[] };

export type ModelRequest = ModelTask & { readonly id: number };

/** What the model process answers to each. */
export type ModelAnswer =
  | { readonly type: "vectors"; readonly vectors: readonly Float32Array[] }
  | { readonly type: "counts"; readonly counts: readonly number[] }
  | { readonly type: "tags"; readonly tags: ArticleTags }
  | { readonly type: "failed"; readonly reason: string };

/** What it says of itself, once. */
export type ModelState =
  | { readonly type: "ready"; readonly dimensions: number; readonly maxTokens: number }
  | { readonly type: "unloadable"; readonly reason: string };

export type ModelMessage = (ModelAnswer & { readonly id: number }) | ModelState;
