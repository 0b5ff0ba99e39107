import { describe, expect, it } from "vitest";
import { paragraphs, shows, turnsIn } from "./transcript.ts";

describe("labels with a colon", () => {
  shows([
    [
      "a full name with a role, then the surname alone",
      paragraphs("VERA STOLT, HOST: Good evening. We begin.", "IVO KEEL, CHIEF PILOT: Thank you.", "STOLT: And now?"),
      ["VERA STOLT (HOST): Good evening. We begin.", "IVO KEEL (CHIEF PILOT): Thank you.", "STOLT: And now?"],
    ],
    [
      "an office with its holder in brackets; constituency and party",
      paragraphs(
        "The Secretary of State for Harbours (Vera Stolt): I beg to move.",
        "Ivo Keel (Port Ansel) (Ind): Will you give way?",
        "Vera Stolt: I will.",
      ),
      [
        "Vera Stolt (The Secretary of State for Harbours): I beg to move.",
        "Ivo Keel (Port Ansel): Will you give way?",
        "Vera Stolt: I will.",
      ],
    ],
    [
      "a time in front, which is not the first words",
      paragraphs("[00:00:04] Vera Stolt: Welcome back.", "[00:00:31] Ivo Keel: 4:57 was when I woke."),
      ["Vera Stolt [4]: Welcome back.", "Ivo Keel [31]: 4:57 was when I woke."],
    ],
    [
      "a time of the day is no time of the recording",
      paragraphs("[20:01:15] VERA STOLT: Good evening to you.", "[20:02:00] IVO KEEL: I am here.", "STOLT: Good."),
      ["VERA STOLT: Good evening to you.", "IVO KEEL: I am here.", "STOLT: Good."],
    ],
    [
      "bold type of Markdown",
      paragraphs("# The harbour", "**Vera:** How are you?", "**Ivo:** I am well.", "So is the dog.", "**Vera:** Good."),
      ["Vera: How are you?", "Ivo: I am well. / So is the dog.", "Vera: Good."],
    ],
    [
      "a label on a line of its own, with the words below",
      "VERA STOLT:\nGood evening to you.\n\nIVO KEEL:\nI am here, and I am late.\n\nSTOLT:\nSo you are.",
      ["VERA STOLT: Good evening to you.", "IVO KEEL: I am here, and I am late.", "STOLT: So you are."],
    ],
    [
      "lines wrapped by hand",
      [
        "VERA STOLT: Good evening. Tonight we have with us the man who runs the",
        "ferries of the bay, and who has never sold one of them in his life: welcome.",
        "IVO KEEL: Thank you. I am glad to be here, although the road was long and",
        "wet from end to end.",
        "STOLT: So it was.",
      ].join("\n"),
      [
        "VERA STOLT: Good evening. Tonight we have with us the man who runs the ferries of the bay, and who has never sold one of them in his life: welcome.",
        "IVO KEEL: Thank you. I am glad to be here, although the road was long and wet from end to end.",
        "STOLT: So it was.",
      ],
    ],
    [
      "somebody unknown is nobody, and so is a label that is not understood",
      paragraphs(
        "VERA STOLT: I think we should begin.",
        "UNIDENTIFIED PERSON #2: Louder!",
        "A VOICE FROM THE GALLERY [in Danish; not translated]: Shame!",
        "STOLT: Order, please.",
      ),
      [
        "VERA STOLT: I think we should begin.",
        "-: Louder!",
        "- (in Danish; not translated): Shame!",
        "STOLT: Order, please.",
      ],
    ],
    [
      "initials stand for the names in full above",
      paragraphs(
        "Vera Stolt (VS) met Ivo Keel (IK).",
        "VS: How did you begin?",
        "IK: I had a boat.",
        "VS: One?",
        "IK: One.",
      ),
      ["Vera Stolt: How did you begin?", "Ivo Keel: I had a boat.", "Vera Stolt: One?", "Ivo Keel: One."],
    ],
    [
      "lines of a key are no turns, and initials without one are nobody's",
      paragraphs("VS: Vera Stolt\nIK: Ivo Keel", "VS: Where were you?", "IK: I was at sea.", "XY: He was not."),
      ["Vera Stolt: Where were you?", "Ivo Keel: I was at sea.", "-: He was not."],
    ],
  ]);
});

describe("other layouts", () => {
  shows([
    [
      "a name and a time on a line of their own",
      "The pilots\n\nVera Stolt  0:03\nWelcome back to the show.\n\nIvo Keel (00:14)\nThank you for having me.\n\nUnknown Speaker  1:02\nLouder!",
      ["Vera Stolt [3]: Welcome back to the show.", "Ivo Keel [14]: Thank you for having me.", "- [62]: Louder!"],
    ],
    [
      "chevrons of live captions, with and without a name",
      ">> VERA STOLT: GOOD EVENING TO YOU.\n>> WHO ASKED?\n[ APPLAUSE ]\n>> STOLT: I DID.",
      ["VERA STOLT: GOOD EVENING TO YOU.", "-: WHO ASKED?", "STOLT: I DID."],
    ],
    [
      "a bare Q among the names of a press conference",
      paragraphs(
        "MS. STOLT:  I have two things.",
        "Q    Only two?",
        "     (Laughter.)",
        "MS. STOLT:  You may have one more.",
        "Q  When?",
      ),
      [
        "MS. STOLT: I have two things.",
        "- QUESTION: Only two?",
        "MS. STOLT: You may have one more.",
        "- QUESTION: When?",
      ],
    ],
    [
      "Question and Answer, spelled out",
      paragraphs("Question: Do you sail?", "Answer: Every day.", "Question: Alone?", "Answer: Never."),
      ["- QUESTION: Do you sail?", "- ANSWER: Every day.", "- QUESTION: Alone?", "- ANSWER: Never."],
    ],
    [
      "the Congressional Record: a full stop behind the name, the state no part of it",
      paragraphs(
        "HARBOUR DUES",
        "The SPEAKER pro tempore (Ms. Stolt). The gentleman is recognized.",
        "Mr. KEEL of Ohio. Madam Speaker, I rise in support.\n  I rose before.",
        "[[Page H12]]",
        "Ms. STOLT. I thank the gentleman.",
      ),
      [
        "Ms. Stolt (The SPEAKER pro tempore): The gentleman is recognized.",
        "Mr. KEEL: Madam Speaker, I rise in support. / I rose before.",
        "Ms. STOLT: I thank the gentleman.",
      ],
    ],
    [
      "a hearing of Congress: offices instead of forms of address",
      paragraphs(
        "    Chairman Stolt. The committee will come to order.",
        "    Mr. Keel. Thank you, Chairman.",
        "    Senator Rook. Will it open?",
      ),
      [
        "Chairman Stolt: The committee will come to order.",
        "Mr. Keel: Thank you, Chairman.",
        "Senator Rook: Will it open?",
      ],
    ],
    [
      "a hearing with a turn a line",
      "Mr. Stolt. I yield back.\nChairwoman Rook. The gentleman yields.\nMs. Keel. Thank you. Was it yours?",
      ["Mr. Stolt: I yield back.", "Chairwoman Rook: The gentleman yields.", "Ms. Keel: Thank you. Was it yours?"],
    ],
    [
      "the European Parliament: a stop and a dash",
      paragraphs(
        "President. – The next item is the debate.",
        "Vera Stolt, on behalf of the S&D Group. – (DA) Madam President, we cannot wait.",
        "Ivo Keel (PPE). – We can.",
        "Vera Stolt (S&D), blue-card question. – Can you?",
      ),
      [
        "President: The next item is the debate.",
        "Vera Stolt (on behalf of the S&D Group): Madam President, we cannot wait.",
        "Ivo Keel (PPE): We can.",
        "Vera Stolt (blue-card question): Can you?",
      ],
    ],
    [
      "a call with investors: name and title on a line of their own",
      paragraphs(
        "Operator",
        "Good day to you all.",
        "Vera Stolt -- Chief Executive",
        "Thank you. We sailed.",
        "Ivo Keel -- Quay Bank -- Analyst",
        "Did you?",
        "Vera Stolt -- Chief Executive",
        "We did.",
      ),
      [
        "-: Good day to you all.",
        "Vera Stolt (Chief Executive): Thank you. We sailed.",
        "Ivo Keel (Quay Bank -- Analyst): Did you?",
        "Vera Stolt (Chief Executive): We did.",
      ],
    ],
    [
      "a name alone above the words",
      paragraphs(
        "The pilots' call",
        "Vera Stolt",
        "Thank you for joining us.",
        "Ivo Keel",
        "We had a good year.",
        "And a short one.",
        "Vera Stolt",
        "I agree.",
      ),
      [
        "Vera Stolt: Thank you for joining us.",
        "Ivo Keel: We had a good year. / And a short one.",
        "Vera Stolt: I agree.",
      ],
    ],
    [
      "cells of a table",
      "00:03\tVera Stolt\tGood morning to you.\n00:09\tIvo Keel\tI am late.\n00:12\tVera Stolt\tYou are.",
      ["Vera Stolt [3]: Good morning to you.", "Ivo Keel [9]: I am late.", "Vera Stolt [12]: You are."],
    ],
    [
      "the numbered lines of a court reporter",
      [
        "                                                  7",
        " 1           THE COURT:  Please be seated.  Call your",
        " 2   witness.",
        " 3           MR. KEEL:  Thank you, Your Honor.  I call the",
        " 4   harbour master.",
        " 5       Q.   Where were you?",
        " 6       A.   I was on the quay, and I stayed there until",
        " 7   the morning.",
      ].join("\n"),
      [
        "THE COURT: Please be seated. Call your / witness.",
        "MR. KEEL: Thank you, Your Honor. I call the / harbour master.",
        "- QUESTION: Where were you?",
        "- ANSWER: I was on the quay, and I stayed there until / the morning.",
      ],
    ],
    [
      "an examination in court: who asks and who is sworn is said once",
      paragraphs(
        "MR. KEEL:  I call Vera Stolt.",
        "VERA STOLT,\ncalled as a witness, having been duly sworn, testified as follows:",
        "DIRECT EXAMINATION",
        "BY MR. KEEL:",
        "Q.  Where were you?",
        "A.  I was at sea.",
        "CROSS-EXAMINATION",
        "Q.  Alone?",
        "A.  Yes.",
      ),
      [
        "MR. KEEL: I call Vera Stolt.",
        "-: ",
        "-: ",
        "-: ",
        "MR. KEEL QUESTION: Where were you?",
        "VERA STOLT ANSWER: I was at sea.",
        "-: ",
        "- QUESTION: Alone?",
        "VERA STOLT ANSWER: Yes.",
      ],
    ],
    [
      "cues of subtitles: joined where one speaker goes on",
      "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Vera Stolt>We shall hold\n\n00:04.000 --> 00:06.000\n<v Vera Stolt>until spring.\n\n00:07.000 --> 00:09.000\n<v Ivo Keel>And then?",
      ["Vera Stolt [1]: We shall hold / until spring.", "Ivo Keel [7]: And then?"],
    ],
    [
      "dashes in cues: two speak, and nobody is named",
      "1\n00:00:01,000 --> 00:00:04,000\n- Where were you?\n- On the boat.\n\n2\n00:00:05,000 --> 00:00:06,000\n- All night?",
      ["- [1]: Where were you?", "- [1]: On the boat.", "- [5]: All night?"],
    ],
  ]);
});

describe("interviews without labels", () => {
  shows([
    [
      "questions that are paragraphs of their own",
      paragraphs(
        "Ivo Keel on boats",
        "We met the pilot on the quay.",
        "How did you begin?",
        "I had one boat. My father built it.",
        "Would you do it again?",
        "I would. We were happy.",
        "And what do you miss?",
        "The bread. I still bake it.",
        "Image: Vera Stolt",
        "You have sailed round the world twice.",
        "Three times, and I never saw it.",
      ),
      [
        "- QUESTION: How did you begin?",
        "- ANSWER: I had one boat. My father built it.",
        "- QUESTION: Would you do it again?",
        "- ANSWER: I would. We were happy.",
        "- QUESTION: And what do you miss?",
        "- ANSWER: The bread. I still bake it.",
        "- QUESTION: You have sailed round the world twice.",
        "- ANSWER: Three times, and I never saw it.",
      ],
    ],
    [
      "questions in bold type, one of them without a question mark",
      paragraphs("**Do you sail?**", "I do, every day.", "**You look tired.**", "I am. We lost a boat."),
      [
        "- QUESTION: Do you sail?",
        "- ANSWER: I do, every day.",
        "- QUESTION: You look tired.",
        "- ANSWER: I am. We lost a boat.",
      ],
    ],
  ]);
});

describe("nobody's words", () => {
  it.each([
    "(COMMERCIAL BREAK)",
    "[The witness was sworn.]",
    "Opposition members interjecting—",
    "Column 342",
    "Page 12 of 40",
    "14",
    "[20:00:02]",
    "● (1435)",
    "2.30 pm",
    "[[Page H12]]",
    "Laughter.",
  ])("stand between the words of a turn: %s", (line) => {
    const turns = turnsIn(
      paragraphs("VERA STOLT: I ask you.", "IVO KEEL: I heard you.", line, "I did.", "STOLT: You did."),
    );
    expect(turns).toEqual(["VERA STOLT: I ask you.", "IVO KEEL: I heard you. / I did.", "STOLT: You did."]);
  });

  it.each([
    "END  2:10 P.M. EDT",
    "Copyright © 2031 Harbour Radio. All rights reserved.",
    "This interview has been edited for length.",
    "DIRECT EXAMINATION",
    "* * *",
  ])("end the turn: %s", (line) => {
    const turns = turnsIn(paragraphs("VERA STOLT: I ask you.", "IVO KEEL: I heard you.", line, "The band played on."));
    expect(turns.filter((turn) => turn !== "-: ")).toEqual(["VERA STOLT: I ask you.", "IVO KEEL: I heard you."]);
  });
});

describe("what only looks like turns", () => {
  it.each([
    [
      "player ratings",
      paragraphs(
        "Vera Stolt: Made two fine saves early on. 7",
        "Ivo Keel: Slow to turn, and lucky to stay on. 4",
        "Ana Rook: The best on the pitch. 9",
      ),
    ],
    [
      "candidates, though a description asks or quotes",
      paragraphs(
        "Vera Stolt (Labour): A teacher who says “I will not rest” about our ferries.",
        "Ivo Keel (Green): Runs the harbour. Would voters pay more? He thinks so.",
        "Ana Rook (Independent): A lawyer with a dog.",
      ),
    ],
    [
      "a horoscope",
      paragraphs(
        "ARIES (March 21-April 19): You will meet a friend. Why wait?",
        "TAURUS (April 20-May 20): You should stay.",
      ),
    ],
    [
      "a programme",
      paragraphs(
        "09:00 Vera Stolt: Opening",
        "09:30 Ivo Keel: The ferries, and where you find them",
        "10:15 Ana Rook: Closing",
      ),
    ],
    [
      "a live blog",
      paragraphs(
        "Vera Stolt 14:32",
        "The ferries are not running.",
        "Ivo Keel 14:15",
        "A tree fell on the quay.",
        "Vera Stolt 13:58",
        "The first trees are down.",
      ),
    ],
    [
      "the board of a company",
      paragraphs("Vera Stolt -- Chair", "Stolt was born in Karsa.", "Ivo Keel -- Treasurer", "Keel runs the ferries."),
    ],
    [
      "islands",
      paragraphs(
        "Basse Mark: green and steep, and you can walk it.",
        "Grande Mark: flat and dry, with beaches.",
        "Petite Mark: nobody goes.",
      ),
    ],
    ["one headline", paragraphs("Stolt: we have no choice", "The mayor spoke on Friday.", "It rained.")],
    [
      "frequent questions",
      paragraphs(
        "What do you need?",
        "A card with a picture.",
        "Where do you go?",
        "To the school by the quay.",
        "Can you vote by mail?",
        "Yes, until Thursday.",
      ),
    ],
    [
      "a column that asks",
      paragraphs(
        "I sold my boat.",
        "What was I to do?",
        "The dues went up.",
        "My neighbour sold his.",
        "The quay is empty.",
        "It was full once.",
        "You know it.",
      ),
    ],
  ])("%s", (_name, text) => {
    expect(turnsIn(text)).toEqual([]);
  });
});
