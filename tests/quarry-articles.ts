import type { IndexedArticle } from "../src/store/quote-store.ts";
import { articleFrom } from "./store/article-fixture.ts";

const LUND = { name: "Greta Lund", linkKey: "greta lund", aliases: ["Lund"], titles: ["councillor"], mentions: 4 };
const BRINK = { name: "Aksel Brink", linkKey: "aksel brink", aliases: ["Brink"], mentions: 3 };

/** A town with a quarry, in which much is denied, refused, asked, wished for, and said for somebody else. */
export const QUARRY = articleFrom({
  key: "quarry",
  title: "Osterby argues over its quarry",
  publisher: "Osterby Echo",
  publishedAt: "2024-04-02T00:00:00.000Z",
  url: "https://echo.example/quarry",
  entities: [LUND, BRINK],
  passages: [
    {
      words: "Greta Lund never said “Let the quarry swallow the chapel whole”, as a leaflet has it.",
      statement: "Let the quarry swallow the chapel whole",
      by: "Greta Lund",
      mention: "Greta Lund",
      cue: "said",
      assertion: "DENIED",
    },
    {
      words: "“The dust will settle on every roof in Osterby,” a spokesman for Lund said.",
      statement: "The dust will settle on every roof in Osterby",
      quoteKind: "DIRECT",
      mention: "a spokesman for Lund",
      cue: "said",
      onBehalfOf: "Greta Lund",
    },
    {
      words: "Aksel Brink refused to promise to sweep the square before Easter.",
      statement: "to sweep the square before Easter",
      by: "Aksel Brink",
      mention: "Aksel Brink",
      cue: "refused to promise",
      quoteKind: "INDIRECT",
      assertion: "REFUSED",
    },
    {
      words: "“We shall blast the granite only on Mondays,” Aksel Brink and Greta Lund said.",
      statement: "We shall blast the granite only on Mondays",
      by: "Aksel Brink",
      alongside: ["Greta Lund"],
      mention: "Aksel Brink and Greta Lund",
      cue: "said",
    },
    {
      words: "Brink asked whether the lorries would take the north road.",
      statement: "whether the lorries would take the north road",
      by: "Aksel Brink",
      mention: "Brink",
      cue: "asked",
      quoteKind: "INDIRECT",
      assertion: "ASKED",
    },
    {
      words: "Lund backs a high wall around the pit.",
      statement: "a high wall around the pit",
      by: "Greta Lund",
      mention: "Lund",
      cue: "backs",
      quoteKind: "INDIRECT",
      reports: "ATTITUDE",
    },
    {
      words: "“The old machines are tired of the stone,” he said.",
      statement: "The old machines are tired of the stone",
      by: "Aksel Brink",
      mention: "he",
      cue: "said",
      confidence: 0.5,
    },
  ],
});

/** The leaflet of which the other article tells. */
export const LEAFLET: IndexedArticle = articleFrom({
  key: "leaflet",
  title: "A leaflet against the councillor",
  publishedAt: "2024-03-30T00:00:00.000Z",
  entities: [LUND],
  passages: [
    {
      words: "“Let the quarry swallow the chapel whole,” Greta Lund said.",
      statement: "Let the quarry swallow the chapel whole",
      by: "Greta Lund",
      mention: "Greta Lund",
      cue: "said",
    },
  ],
});
