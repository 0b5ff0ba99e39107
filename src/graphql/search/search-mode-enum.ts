import type { SearchMode } from "../../ranking/ranking-model.ts";
import { describeEnum } from "../describe-enum.ts";

export const SearchModeEnum = describeEnum<SearchMode>("SearchMode", "What a search goes by.", {
  HYBRID: "Meaning and words together: the best for most questions.",
  SEMANTIC: "Meaning alone: finds passages that share no word with the query.",
  LEXICAL: "Words alone: finds passages that share words with the query, whatever they mean.",
});
