/** What the server process asks of the model process, and what that answers. Sent by structured clone. */
export type ModelRequest =
  | { readonly id: number; readonly task: "embed" | "embedQuery"; readonly texts: readonly string[] }
  | { readonly id: number; readonly task: "countTokens"; readonly texts: readonly string[] };

export type ModelAnswer =
  | { readonly type: "ready"; readonly dimensions: number; readonly maxTokens: number }
  | { readonly type: "unloadable"; readonly reason: string }
  | { readonly type: "vectors"; readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly type: "counts"; readonly id: number; readonly counts: readonly number[] }
  | { readonly type: "failed"; readonly id: number; readonly reason: string };
