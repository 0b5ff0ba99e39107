import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Gives what a CommonJS package exports, and loads it when that is first asked for: word lists take tens of megabytes, and a server that only searches
 * reads no text.
 * @param load Called once with Node's own `require`, so that the package's name stands where it is used.
 */
export function loadedWhenAsked<T>(load: (require: NodeJS.Require) => T): () => T {
  let loaded: { readonly exports: T } | null = null;
  return () => {
    loaded ??= { exports: load(require) };
    return loaded.exports;
  };
}
