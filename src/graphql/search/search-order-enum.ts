import type { RankingOrder } from "../../ranking/rank-page.ts";
import { describeEnum } from "../describe-enum.ts";

export const SearchOrderEnum = describeEnum<RankingOrder>(
  "SearchOrder",
  "Which of the passages that match come first.",
  {
    RELEVANCE: "What answers best.",
    NEWEST: "Those of the newest articles, undated ones last.",
    OLDEST: "Those of the oldest articles, undated ones last.",
  },
);
