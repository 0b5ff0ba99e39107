import { describe, expect, it } from "vitest";
import { paragraphs, shows, turnsIn } from "./transcript.ts";

describe("people who have the word again under a shorter name", () => {
  shows([
    [
      "by the first name",
      paragraphs("Vera Stolt: So it sank at noon.", "Ivo Keel: At ten past. A gull told me.", "Vera: And nobody saw?"),
      ["Vera Stolt: So it sank at noon.", "Ivo Keel: At ten past. A gull told me.", "Vera: And nobody saw?"],
    ],
    [
      "by the office and the surname",
      paragraphs(
        "Mayor Vera Stolt: Item four, the boats.",
        "Rower Keel: They sank.",
        "Mayor Stolt: Is there a second?",
      ),
      ["Mayor Vera Stolt: Item four, the boats.", "Rower Keel: They sank.", "Mayor Stolt: Is there a second?"],
    ],
    [
      "by initials, which lead to the name",
      paragraphs("Vera Stolt: It is all one boat.", "Ivo Keel: The rest was sold. I sold it.", "VS: Why?", "IK: Rust."),
      [
        "Vera Stolt: It is all one boat.",
        "Ivo Keel: The rest was sold. I sold it.",
        "Vera Stolt: Why?",
        "Ivo Keel: Rust.",
      ],
    ],
    [
      "as the witness, whom the court has sworn",
      [
        " 1   IVO KEEL, having been first duly sworn, was",
        " 2   examined and testified as follows:",
        " 3   BY MS. STOLT:",
        " 4       Q.  Were you there?",
        " 5       A.  I was.",
        " 6       Q.  Did anybody see it?",
        " 7       MR. ROOK:  Object to form.",
        " 8       THE WITNESS:  Nobody did.",
      ].join("\n"),
      [
        "-: ",
        "MS. STOLT QUESTION: Were you there?",
        "IVO KEEL ANSWER: I was.",
        "MS. STOLT QUESTION: Did anybody see it?",
        "MR. ROOK: Object to form.",
        "IVO KEEL: Nobody did.",
      ],
    ],
  ]);
});

describe("what stands beside the words in exports", () => {
  shows([
    [
      "times in words below the names",
      "Vera Stolt\n0 minutes 4 seconds\nIs it mended?\n\nIvo Keel\n1 hour 0 minutes 9 seconds\nI mended it.\n\nVera Stolt\n1 hour 2 minutes 1 second\nAlone?",
      ["Vera Stolt: Is it mended?", "Ivo Keel: I mended it.", "Vera Stolt: Alone?"],
    ],
    [
      "what people do in a chat room",
      "18:04 <vstolt> is it mended\n18:06 * ikeel coughs\n18:06 <ikeel> I mended it.\n18:07 --> rook has joined\n18:08 <vstolt> alone?",
      ["vstolt: is it mended", "ikeel: I mended it.", "vstolt: alone?"],
    ],
    [
      "posts with their handles above and their times below",
      "Vera Stolt\n@vstolt\nThe weir is mended.\n6:04 PM · Mar 12, 2031 · 1,204 Views\n\nIvo Keel\n@ikeel · Mar 12\nBy whom?",
      ["Vera Stolt: The weir is mended.", "Ivo Keel: By whom?"],
    ],
    [
      "the number of a question in a house, before the name above it",
      paragraphs(
        "Q1. [901234] Ivo Keel (Port Ansel) (Ind)\nIf she will list her engagements.",
        "The Harbour Minister (Vera Stolt)\nI shall have further meetings later today.",
        "Ivo Keel\nWill you meet me?",
      ),
      [
        "Ivo Keel (Port Ansel): If she will list her engagements.",
        "Vera Stolt (The Harbour Minister): I shall have further meetings later today.",
        "Ivo Keel: Will you meet me?",
      ],
    ],
    [
      "heads in small letters that come again, which name nobody",
      paragraphs(
        "Audience question: Did it freeze?",
        "Prof. Vera Stolt: It did. I skated on it.",
        "Audience question: And now?",
        "Prof. Vera Stolt: I read about it.",
        "A word on the boots: they leak, as I have told you before, and nobody has mended them.",
      ),
      [
        "-: Did it freeze?",
        "Prof. Vera Stolt: It did. I skated on it.",
        "-: And now?",
        "Prof. Vera Stolt: I read about it. / A word on the boots: they leak, as I have told you before, and nobody has mended them.",
      ],
    ],
    [
      "offices whose first word may be the head of a field, and the number of a question before who asks it",
      paragraphs(
        "Mayor Stolt: Is there a second?",
        "City Clerk: The motion carries.",
        "233 Q. Mr Keel: Were you paid?",
        "Mayor Stolt: I was.",
      ),
      [
        "Mayor Stolt: Is there a second?",
        "City Clerk: The motion carries.",
        "Mr Keel: Were you paid?",
        "Mayor Stolt: I was.",
      ],
    ],
    [
      "a key of initials at the end",
      paragraphs(
        "VS: Is it mended?",
        "IK: I mended it.",
        "VS: Alone?",
        "VS: Vera Stolt, harbour master",
        "IK: Ivo Keel",
      ),
      ["Vera Stolt: Is it mended?", "Ivo Keel: I mended it.", "Vera Stolt: Alone?", "-: ", "-: "],
    ],
    [
      "what asks to be told, in an interview without labels",
      paragraphs(
        "Vera Stolt has kept the weir for thirty years.",
        "How did you begin?",
        "My aunt fell ill. I had the boots.",
        "Tell me about the flood.",
        "I slept through it. We all did.",
        "What happens now?",
        "I will mend it again.",
      ),
      [
        "- QUESTION: How did you begin?",
        "- ANSWER: My aunt fell ill. I had the boots.",
        "- QUESTION: Tell me about the flood.",
        "- ANSWER: I slept through it. We all did.",
        "- QUESTION: What happens now?",
        "- ANSWER: I will mend it again.",
      ],
    ],
  ]);
});

it("reads a paragraph of many short words as fast as any", () => {
  const many = `Tell me${" a".repeat(55)}`;
  const text = paragraphs(
    "Vera Stolt has kept the weir for thirty years.",
    "How did you begin?",
    "My aunt fell ill.",
    many,
    "What happens now?",
    "I will mend it again.",
  );
  expect(turnsIn(text).join(" ")).toContain(many);
});

describe("houses of other countries", () => {
  shows([
    [
      "French forms of address, with an office behind the name or in its place",
      paragraphs(
        "M. Ivo Keel. I ask why the lock has been shut since May.",
        "Mme Vera Stolt, Minister of Canals. The gate was ordered. It went to another lock.",
        "M. Ivo Keel. We have only one.",
        "Mme la présidente. Thank you. The next question is on eels.",
      ),
      [
        "M. Ivo Keel: I ask why the lock has been shut since May.",
        "Mme Vera Stolt (Minister of Canals): The gate was ordered. It went to another lock.",
        "M. Ivo Keel: We have only one.",
        "-: Thank you. The next question is on eels.",
      ],
    ],
    [
      "a long office in capitals with its holder in brackets",
      paragraphs(
        "SHRI IVO KEEL (QUAYPUR): Sir, I rise to speak on the locks.",
        "THE MINISTER OF STATE IN THE MINISTRY OF CANALS (SHRIMATI VERA STOLT): Sir, they are on the list.",
        "SHRI IVO KEEL: We have seen the list.",
      ),
      [
        "SHRI IVO KEEL (QUAYPUR): Sir, I rise to speak on the locks.",
        "SHRIMATI VERA STOLT (THE MINISTER OF STATE IN THE MINISTRY OF CANALS): Sir, they are on the list.",
        "SHRI IVO KEEL: We have seen the list.",
      ],
    ],
    [
      "peers by their whole style",
      paragraphs(
        "Lord Stolt of Karsa: My Lords, I beg to move.",
        "The Earl of Rook: My Lords, I will not keep the House.",
        "Lord Stolt of Karsa: I am glad of it.",
      ),
      [
        "Lord Stolt of Karsa: My Lords, I beg to move.",
        "The Earl of Rook: My Lords, I will not keep the House.",
        "Lord Stolt of Karsa: I am glad of it.",
      ],
    ],
  ]);
});

describe("talks that a list of names, or turns by turns, tell of", () => {
  shows([
    [
      "names alone above the words, each once, where a list has them with what they are",
      paragraphs(
        "Company participants:\nVera Stolt - Chief Executive\nIvo Keel - Chief of Finance",
        "Call participants:\nAda Rook - Quay Bank",
        "Operator",
        "Good morning to you all.",
        "Vera Stolt",
        "Thank you. We sold more rope than ever.",
        "Ada Rook",
        "Could you say what rope costs?",
        "Operator",
        "The next question comes from nobody.",
      ),
      [
        "-: Good morning to you all.",
        "Vera Stolt: Thank you. We sold more rope than ever.",
        "Ada Rook: Could you say what rope costs?",
        "-: The next question comes from nobody.",
      ],
    ],
    [
      "two by turns behind dashes, whatever they say, and who leads the talk",
      paragraphs(
        "Moderator – Good evening. Let me begin with the quay.",
        "Vera Stolt – Thank you. The quay should be a garden.",
        "Ivo Keel – With respect, gardens feed nobody.",
        "Vera Stolt – They feed ducks.",
        "Ivo Keel – Ducks have no vote.",
      ),
      [
        "Moderator: Good evening. Let me begin with the quay.",
        "Vera Stolt: Thank you. The quay should be a garden.",
        "Ivo Keel: With respect, gardens feed nobody.",
        "Vera Stolt: They feed ducks.",
        "Ivo Keel: Ducks have no vote.",
      ],
    ],
    [
      "questions in bold type that say no you, where who answers says I",
      paragraphs(
        "**How do eels sleep?**",
        "In mud. I once slept beside one.",
        "**And in winter?**",
        "I leave them alone, and they leave me alone.",
      ),
      [
        "- QUESTION: How do eels sleep?",
        "- ANSWER: In mud. I once slept beside one.",
        "- QUESTION: And in winter?",
        "- ANSWER: I leave them alone, and they leave me alone.",
      ],
    ],
    [
      "a list of names with what they are, and nobody's words below, is none",
      paragraphs("The board", "Vera Stolt - Chief Executive\nIvo Keel - Chief of Finance\nAda Rook - Chief of Rope"),
      [],
    ],
  ]);
});
