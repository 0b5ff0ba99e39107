import { AutoTokenizer, env, type PreTrainedTokenizer } from "@xenova/transformers";
import { LRUCache } from "lru-cache";
import type { ModelLocation } from "../model-location.ts";
import { integers, openSession } from "../onnx-session.ts";
import type { TaggingWindow, WordPieces } from "./pack-windows.ts";
import type { WindowLogits } from "./read-window.ts";

/** News has some ten thousand words; a text of nothing but new ones must not fill the memory. */
const CACHED_WORDS = 50_000;
/** The vocabulary knows no word as long as this; what is longer is one unknown piece, and need not be read whole. */
const MAX_WORD_CHARACTERS = 101;

/** A loaded tagger. Runs on the calling thread: for a process of its own. */
export interface TaggingModel {
  readonly pieces: WordPieces;
  run(window: TaggingWindow): Promise<WindowLogits>;
}

/** Loads a tagger from disk; no hub is asked. */
export async function loadTaggingModel(location: ModelLocation): Promise<TaggingModel> {
  env.allowRemoteModels = false;
  env.localModelPath = location.root;
  const tokenizer = await AutoTokenizer.from_pretrained(location.name);
  const session = await openSession(location);
  const run = async ({ pieces, cases }: TaggingWindow): Promise<WindowLogits> => {
    const { labels, heads } = await session.run({
      input_ids: integers(pieces),
      attention_mask: integers(pieces.map(() => 1)),
      // The encoder's second input says which case a word's letters have.
      token_type_ids: integers(cases),
    });
    return { labels: labels?.data as Float32Array, heads: heads?.data as Float32Array };
  };
  return { pieces: wordPieces(tokenizer), run };
}

function wordPieces(tokenizer: PreTrainedTokenizer): WordPieces {
  const cache = new LRUCache<string, readonly number[]>({ max: CACHED_WORDS });
  const [first = 0, separator = 0] = tokenizer.encode("");
  return {
    first,
    separator,
    of(word) {
      const short = word.slice(0, MAX_WORD_CHARACTERS);
      const known = cache.get(short);
      if (known) return known;
      const pieces = tokenizer.encode(short, null, { add_special_tokens: false });
      cache.set(short, pieces);
      return pieces;
    },
  };
}
