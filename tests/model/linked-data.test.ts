import { describe, expect, it } from "vitest";
import { linkedAgent, linkedArticle, linkedData } from "../../src/model/linked-data.ts";

describe("JSON-LD for a page", () => {
  it("has words that would end the script it stands in escaped, and read back as they were", () => {
    const json = linkedData([{ "@type": "Quotation", text: "It says </script> on the tin" }]);
    expect(json).not.toContain("</script>");
    expect(JSON.parse(json)).toEqual({
      "@context": "https://schema.org",
      "@graph": [{ "@type": "Quotation", text: "It says </script> on the tin" }],
    });
  });

  it("names of an article what is known", () => {
    const article = { title: "Lock gates stuck", url: null, publishedAt: "2031-02-03T00:00:00.000Z", publisher: null };
    expect(linkedArticle(article)).toEqual({
      "@type": "Article",
      headline: "Lock gates stuck",
      datePublished: "2031-02-03T00:00:00.000Z",
    });
  });

  it("takes whoever is of no known kind for a person", () => {
    expect([linkedAgent("Ada Holm", null), linkedAgent("Lock Office", "ORGANIZATION")]).toEqual([
      { "@type": "Person", name: "Ada Holm" },
      { "@type": "Organization", name: "Lock Office" },
    ]);
  });
});
