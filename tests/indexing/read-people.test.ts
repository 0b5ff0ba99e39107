import { describe, expect, it } from "vitest";
import { readPeople } from "../../src/indexing/read-people.ts";

async function* bytesOf(...lines: readonly string[]): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(lines.join("\n"));
}
const read = (...lines: readonly string[]) => readPeople(bytesOf(...lines), "people.jsonl");
const reasons = async (...lines: readonly string[]) => (await read(...lines)).failures.map(({ message }) => message);

describe("an authority file", () => {
  it("is one person a line, blank lines aside", async () => {
    const line =
      '{"name": "Lena Marsh", "aliases": ["Marsh", "Lena Marsh-Holt"], "titles": ["Governor"], "born": "1961-08-04", "wikidata": "Q42", "url": "https://harrow.example/marsh"}';
    const { people, failures } = await read("", line, "  ", '{"name": "Bo Lind"}');
    expect(failures).toEqual([]);
    expect(people.map(({ name }) => name)).toEqual(["Lena Marsh", "Bo Lind"]);
    expect(people[0]).toMatchObject({
      aliases: ["Marsh", "Lena Marsh-Holt"],
      titles: ["Governor"],
      born: "1961-08-04",
      wikidata: "Q42",
      url: "https://harrow.example/marsh",
    });
    expect(people[0]?.recognisedBy[1]).toEqual({ first: null, last: "marsh" });
    expect(people[1]).toMatchObject({ aliases: [], titles: [], born: null, wikidata: null, url: null });
  });

  it("takes the address of a Wikidata item for the item", async () => {
    const { people } = await read('{"name": "Bo Lind", "wikidata": "https://www.wikidata.org/wiki/Q7"}');
    expect(people[0]?.wikidata).toBe("Q7");
  });

  it.each([
    ["{", "people.jsonl line 2 is no JSON object"],
    ["[]", "people.jsonl line 2 is no JSON object"],
    ["{}", 'people.jsonl line 2 has no "name"'],
    ['{"name": " "}', 'people.jsonl line 2 has an empty "name"'],
    ['{"name": "Mr."}', 'people.jsonl line 2 has "Mr.", in which there is no name'],
    ['{"name": "Bo Lind", "aliases": "Lind"}', 'people.jsonl line 2 has "aliases" that are no list'],
    ['{"name": "Bo Lind", "born": "long ago"}', 'people.jsonl line 2 has a "born" that is no date'],
    ['{"name": "Bo Lind", "wikidata": "42"}', 'people.jsonl line 2 has a "wikidata" that is no item'],
    ['{"name": "Bo Lind", "url": "harrow"}', 'people.jsonl line 2 has a "url" that is no address'],
    ['{"name": "Leni Tarn", "aliases": ["Lena Marsh"]}', 'has "Lena Marsh", which is a name in line 1 too'],
  ])("leaves out the line %s, and says why", async (line, sentence) => {
    const { people, failures } = await read('{"name": "Lena Marsh"}', line, '{"name": "Ada Voss"}');
    expect(people.map(({ name }) => name)).toEqual(["Lena Marsh", "Ada Voss"]);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.message).toContain(sentence);
  });

  it("reads a file of nothing as nobody", async () => {
    expect(await read("")).toEqual({ people: [], failures: [] });
    expect(await reasons("")).toEqual([]);
  });
});
