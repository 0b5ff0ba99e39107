import { describe, expect, it } from "vitest";
import { extractText, quotesOf } from "./extract-text.ts";

/** One line an example: what it shows, the text, and the quotes as `KIND | speaker | words`. */
type Example = readonly [behaviour: string, text: string, quotes: readonly string[]];

const shows = (examples: readonly Example[]): void => {
  it.each(examples)("%s", (_behaviour, text, quotes) => {
    expect(quotesOf(text)).toEqual(quotes);
  });
};

describe("words in quotation marks", () => {
  shows([
    ["curly", "“It took nine years,” said Ilse Tarn.", ["DIRECT | Ilse Tarn | It took nine years,"]],
    ["straight", '"It took nine years," said Ilse Tarn.', ["DIRECT | Ilse Tarn | It took nine years,"]],
    ["guillemets", "Ilse Tarn said: «It took nine years.»", ["DIRECT | Ilse Tarn | It took nine years."]],
    ["low and high", "„It took nine years“, said Ilse Tarn.", ["DIRECT | Ilse Tarn | It took nine years"]],
    ["doubled singles", "''It took nine years,'' said Ilse Tarn.", ["DIRECT | Ilse Tarn | It took nine years,"]],
    [
      "single marks with apostrophes inside",
      "'It took nine years, and the voters' will didn't change,' said Ilse Tarn.",
      ["DIRECT | Ilse Tarn | It took nine years, and the voters' will didn't change,"],
    ],
    [
      "single curly marks, whose closing sign is the apostrophe",
      "‘It took nine years, and we didn’t stop,’ said Ilse Tarn.",
      ["DIRECT | Ilse Tarn | It took nine years, and we didn’t stop,"],
    ],
    [
      "left open at a paragraph's end and opened again",
      "“It took nine years,” said Ilse Tarn. “We began in the rain.\n\n“We ended in the rain.\n\n“Now it is open.”",
      ["DIRECT | Ilse Tarn | It took nine years, … We began in the rain. ¶ We ended in the rain. ¶ Now it is open."],
    ],
    [
      "never closed: the quote ends with its paragraph",
      "Ilse Tarn said: “It took nine years and nobody was paid.\n\nThe bridge opened on Friday.",
      ["DIRECT | Ilse Tarn | It took nine years and nobody was paid."],
    ],
    [
      "an odd number of marks leaves the quotes before the odd one whole",
      '"It took nine years," said Ilse Tarn. "And now it is open.\n\n"We are proud," said Paul Berg.',
      ["DIRECT | Ilse Tarn | It took nine years, … And now it is open.", "DIRECT | Paul Berg | We are proud,"],
    ],
    [
      "nested: the inner marks are words of the outer quote",
      "“He told me ‘never’ and I built it,” said Ilse Tarn.",
      ["DIRECT | Ilse Tarn | He told me ‘never’ and I built it,"],
    ],
    [
      "scare quotes, titles and nicknames are no quotes",
      "The “temporary” bridge, known as “the Snake”, stood for years. Ann “Boots” Rehn reviewed “The Long Road” twice.",
      [],
    ],
    [
      "split by its cue: one quote of two parts",
      "“I will build it,” Ilse Tarn said, “and I will walk over it.”",
      ["DIRECT | Ilse Tarn | I will build it, … and I will walk over it."],
    ],
    [
      "two speakers in one paragraph",
      "“It is open,” said Ilse Tarn. “It is late,” said Paul Berg.",
      ["DIRECT | Ilse Tarn | It is open,", "DIRECT | Paul Berg | It is late,"],
    ],
  ]);
});

describe("speech without marks", () => {
  shows([
    [
      "dash speeches over paragraphs, after a line that introduces the speaker",
      "Opening the bridge, Mayor Ilse Tarn said:\n\n– It took nine years.\n\nWe thank all of you.\n\nEngineer Paul Berg said:\n\n– I thank you, madam.",
      ["DIRECT | Ilse Tarn | It took nine years. ¶ We thank all of you.", "DIRECT | Paul Berg | I thank you, madam."],
    ],
    [
      "`NAME:` with stage directions left out",
      "The council met at nine.\n\nILSE TARN: Good morning. [Applause] We begin.\n\nPAUL BERG: I am ready.\n\n[The witness sat down.]\n\nILSE TARN: Then begin.",
      [
        "TRANSCRIPT | Ilse Tarn | Good morning. … We begin.",
        "TRANSCRIPT | Paul Berg | I am ready.",
        "TRANSCRIPT | Ilse Tarn | Then begin.",
      ],
    ],
    [
      "`Name (role):`",
      "Ilse Tarn (mayor): Good morning to you all.\n\nPaul Berg (engineer): Good morning, mayor.",
      ["TRANSCRIPT | Ilse Tarn | Good morning to you all.", "TRANSCRIPT | Paul Berg | Good morning, mayor."],
    ],
    [
      "`Q.` and `A.`, which name nobody",
      "The interview was short.\n\nQ. Where were you?\n\nA. On the bridge.\n\n(Laughter.)\n\nQ. Alone?",
      ["TRANSCRIPT | - | Where were you?", "TRANSCRIPT | - | On the bridge.", "TRANSCRIPT | - | Alone?"],
    ],
    [
      "a list with colons is no transcript",
      "What you need.\n\nBread: two loaves of it.\n\nCheese: as much as you like.",
      [],
    ],
  ]);
});

describe("the speaker", () => {
  shows([
    [
      "behind an inverted cue, with an appositive",
      "“It is open,” said Ilse Tarn, the mayor of Karsa, who has led the town since 2010.",
      ["DIRECT | Ilse Tarn | It is open,"],
    ],
    [
      "before an appositive",
      "Ilse Tarn, the mayor of Karsa, said: “The bridge is open.”",
      ["DIRECT | Ilse Tarn | The bridge is open."],
    ],
    [
      "by pronouns that agree in gender",
      "Mary Rehn met John Berg on the bridge. “It is open,” she said. “It is late,” he replied.",
      ["DIRECT | Mary Rehn | It is open,", "DIRECT | John Berg | It is late,"],
    ],
    [
      "none, where the text names nobody",
      "The note was found under a stone: “Nobody will ever cross this bridge again.”",
      ["DIRECT | - | Nobody will ever cross this bridge again."],
    ],
    [
      "none, where the cue is passive",
      "“The bridge will be closed on Sunday morning,” it was announced.",
      ["DIRECT | - | The bridge will be closed on Sunday morning,"],
    ],
    [
      "two people of one surname",
      "Ilse Tarn and her brother Jonas Tarn ran the mill. “I was first,” said Jonas Tarn. “He was second,” said Ilse Tarn.",
      ["DIRECT | Jonas Tarn | I was first,", "DIRECT | Ilse Tarn | He was second,"],
    ],
    [
      "by title and surname",
      "Senator Mary Rehn spoke first. “We will wait,” Senator Rehn said. “We will not,” Mr. Berg said. John Berg left.",
      ["DIRECT | Mary Rehn | We will wait,", "DIRECT | John Berg | We will not,"],
    ],
    [
      "by the title alone",
      "Mayor Mary Rehn opened the bridge. Governor John Berg watched. “It is open,” the mayor said. “It is late,” the governor said.",
      ["DIRECT | Mary Rehn | It is open,", "DIRECT | John Berg | It is late,"],
    ],
    [
      "of a paragraph that is all quote: who was named last before it",
      "On Monday Ilse Tarn spoke to the crowd.\n\n“It took nine years and a great deal of stone.”",
      ["DIRECT | Ilse Tarn | It took nine years and a great deal of stone."],
    ],
  ]);
});

describe("one person under many names", () => {
  it("joins first name and patronymic, said by others, to the full name", () => {
    const { people } = extractText(
      "President Teodor Maravin received General Viktor Orlanov.\n\nPresident Teodor Maravin said:\n\n– Esteemed Viktor Pavlovich, be welcome.\n\nGeneral Victor Orlanov said:\n\n– Thank you, Teodor Andreyevich.",
    );
    expect(people).toEqual([
      "Teodor Maravin = Teodor Andreyevich (President)",
      "Viktor Orlanov = Viktor Pavlovich; Victor Orlanov (General)",
    ]);
  });

  it("joins transliterations", () => {
    const { people } = extractText(
      "Valery Orlanov came to Velmora. “I am glad,” said Valeriy Orlanov. Viktor Samarin agreed. “So am I,” said Victor Samarin.",
    );
    expect(people).toEqual(["Valery Orlanov = Valeriy Orlanov", "Viktor Samarin = Victor Samarin"]);
  });

  it("joins a name with its surname first to the same name with its surname last", () => {
    const { people } = extractText("Tomas Berg wrote a novel. Later Mr Berg Tomas wrote poems.");
    expect(people).toEqual(["Tomas Berg = Berg Tomas"]);
  });

  it("keeps two people of one surname apart", () => {
    const { people } = extractText("Mary Rehn won. John Rehn lost. “I won,” said Mary Rehn.");
    expect(people).toEqual(["Mary Rehn", "John Rehn"]);
  });

  it("gives the titles that the article gives", () => {
    const { people } = extractText("“It is open,” said Mary Rehn, the mayor of Karsa. Professor John Berg came too.");
    expect(people).toEqual(["Mary Rehn (mayor of Karsa)", "John Berg (Professor)"]);
  });
});

describe("organizations and places", () => {
  it("are told apart by their words, their lists and their neighbours", () => {
    const { organizations, places } = extractText(
      "PORT ANSEL — The University of Velmora and NATO met in London on Monday. The River Loy rose. Port Ansel waited.",
    );
    expect(organizations).toEqual(["University of Velmora", "NATO"]);
    expect(places).toEqual(["Port Ansel = PORT ANSEL", "London", "River Loy"]);
  });
});
