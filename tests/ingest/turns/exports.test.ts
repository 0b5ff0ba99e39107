import { describe, expect, it } from "vitest";
import { layOutPlainText } from "../../../src/ingest/plain-text.ts";
import { paragraphs, shows, turnsIn } from "./transcript.ts";

const TALK = ["Vera Stolt: Is it mended?", "Ivo Keel: I mended it.", "Vera Stolt: Alone?"];

describe("exports of messages", () => {
  shows([
    [
      "date and time in brackets before the name",
      "[05/03/2031, 09:02:11] Vera Stolt: Is it mended?\n[05/03/2031, 09:03:40] Ivo Keel: I mended it.\n[05/03/2031, 09:03:55] Vera Stolt: Alone?",
      TALK,
    ],
    [
      "date, half of the day and a dash",
      "3/5/31, 9:02 AM - Vera Stolt: Is it mended?\n3/5/31, 9:03 AM - Ivo Keel: I mended it.\n3/5/31, 9:03 AM - Ivo Keel: <Media omitted>\n3/5/31, 9:04 AM - Vera Stolt: Alone?",
      ["Vera Stolt: Is it mended?", "Ivo Keel: I mended it.", "Ivo Keel: ", "Vera Stolt: Alone?"],
    ],
    [
      "a name and behind it the date in words in brackets, with the words below",
      "Vera Stolt, [5 Mar 2031 at 09:02:11]:\nIs it mended?\n\nIvo Keel, [5 Mar 2031 at 09:03:40]:\nI mended it.\n\nVera Stolt, [5 Mar 2031 at 09:03:55]:\nAlone?",
      TALK,
    ],
    [
      "a name and the time of the day above the words",
      "Vera Stolt  9:02 AM\nIs it mended?\nIvo Keel  9:03 AM\nI mended it.\nVera Stolt  9:04 AM\nAlone, were you?",
      ["Vera Stolt: Is it mended?", "Ivo Keel: I mended it.", "Vera Stolt: Alone, were you?"],
    ],
    [
      "nicknames of a chat room",
      "[09:02] <vstolt> is it mended\n[09:03] <@ikeel> I mended it.\n[09:04] <vstolt> alone?",
      ["vstolt: is it mended", "ikeel: I mended it.", "vstolt: alone?"],
    ],
  ]);
});

describe("transcripts of broadcasts, calls and courts", () => {
  shows([
    [
      "names in small letters that the top has with capitals, and others who are heard",
      "The weir\n\nHosted by Vera Stolt; featuring Ivo Keel.\n\nvera stolt\n\nIs it mended?\n\nivo keel\n\nI mended it.\n\narchived recording\n\nWe left the quay.\n\nvera stolt\n\nAlone?",
      [...TALK.slice(0, 2), "-: We left the quay.", "Vera Stolt: Alone?"],
    ],
    [
      "of them names with capitals within, and not the half of another name",
      "The weir\n\nHosted by Amy O'Stolt; with Jo Smithson.\n\namy o'stolt\n\nIs it mended?\n\njo smith\n\nI mended it.\n\namy o'stolt\n\nAlone?",
      ["Amy O'Stolt: Is it mended?", "-: I mended it.", "Amy O'Stolt: Alone?"],
    ],
    [
      "Q or A, a dash and the name on a line of their own",
      "Q - Vera Stolt\n\nIs it mended?\n\nA - Ivo Keel\n\nI mended it.\n\nQ - Vera Stolt\n\nAlone?",
      ["Vera Stolt QUESTION: Is it mended?", "Ivo Keel ANSWER: I mended it.", "Vera Stolt QUESTION: Alone?"],
    ],
    [
      "Q, a dash and the question",
      "Q - Is it mended?\n\nA - I mended it.\n\nQ - Alone, were you?",
      ["- QUESTION: Is it mended?", "- ANSWER: I mended it.", "- QUESTION: Alone, were you?"],
    ],
  ]);

  it("takes lines in small letters for words where the top names nobody so", () => {
    expect(
      turnsIn("The weir\n\ngrey water\n\nI saw it.\n\ngrey water\n\nYou saw it.\n\ngrey water\n\nWe saw it."),
    ).toEqual([]);
  });

  it("leaves no narrator a word between the numbered lines of a court's reporter", () => {
    const page =
      " 1       MS. STOLT:  You were at the weir.\n 2            The county shut it in May.\n 3       MR. KEEL:  I was there.\n 4       MS. STOLT:  Did you see it?";
    expect(layOutPlainText(page, null).turns.map(({ isOpenEnded }) => isOpenEnded)).toEqual([false, false, false]);
  });
});

describe("exports of recording services", () => {
  shows([
    [
      "names that begin as months do",
      "Lena Marsh 00:03\nIs it mended?\n\nIvo Decker 00:07\nI mended it.\n\nLena Marsh 00:09\nAlone, were you?",
      ["Lena Marsh [3]: Is it mended?", "Ivo Decker [7]: I mended it.", "Lena Marsh [9]: Alone, were you?"],
    ],
    [
      "times with frames and without hours",
      "Vera Stolt (00:03;12): Is it mended?\n\nIvo Keel (00:07;02): I mended it.\n\nVera Stolt (00:09;20): Alone?",
      ["Vera Stolt [3]: Is it mended?", "Ivo Keel [7]: I mended it.", "Vera Stolt [9]: Alone?"],
    ],
    [
      "a time in brackets between the name and the words",
      "Vera Stolt [00:00:01] Is it mended?\n\nIvo Keel [00:00:05] I mended it.\n\nVera Stolt [00:00:12] Alone?",
      ["Vera Stolt [1]: Is it mended?", "Ivo Keel [5]: I mended it.", "Vera Stolt [12]: Alone?"],
    ],
    [
      "a time above each name",
      "0:00\nVera Stolt\nIs it mended?\n0:07\nIvo Keel\nI mended it.\n0:12\nVera Stolt\nAlone?",
      ["Vera Stolt [0]: Is it mended?", "Ivo Keel [7]: I mended it.", "Vera Stolt [12]: Alone?"],
    ],
    [
      "a range of times above a name, and above a label",
      "00:00:01:12 - 00:00:04:03\nVera Stolt\nIs it mended?\n\n00:00:04:10 - 00:00:06:00\nIvo Keel\nI mended it.\n\n00:00:06:05 - 00:00:09:00\nVera Stolt\nAlone?",
      ["Vera Stolt [1]: Is it mended?", "Ivo Keel [4]: I mended it.", "Vera Stolt [6]: Alone?"],
    ],
    [
      "a range of times above a label",
      "0:00:01.000,0:00:03.000\nVERA STOLT: Is it mended?\n\n0:00:03.500,0:00:05.000\nIVO ROY: I mended it.\n\n0:00:05.500,0:00:07.000\nSTOLT: Alone?",
      ["VERA STOLT: Is it mended?", "IVO ROY: I mended it.", "STOLT: Alone?"],
    ],
    [
      "signs of the direction of writing before a label",
      "\u200eVera Stolt: Is it mended?\n\n\u200eIvo Keel: I mended it.\n\n\u200eVera Stolt: Alone?",
      TALK,
    ],
    [
      "hours of three figures, and frames",
      "012:03:11 Vera Stolt: Can you hear us?\n\n012:03:19 Ivo Keel: I can.\n\n012:03:24:07 Vera Stolt: Good.",
      ["Vera Stolt: Can you hear us?", "Ivo Keel: I can.", "Vera Stolt: Good."],
    ],
    [
      "a colon, a time and the words in cells",
      "Speaker 1:\t00:01\tIs it mended?\n\nSpeaker 2:\t00:05\tI mended it.",
      ["- [1]: Is it mended?", "- [5]: I mended it."],
    ],
    [
      "a date above, and who wrote it down below, which are nobody's",
      "Wed, Mar 5, 2031 9:02AM • 41:10\n\nVera Stolt  00:00\nShall we begin?\n\nUnknown Speaker  00:07\nPlease.\n\nVera Stolt  00:09\nThen I begin.\n\nTranscribed by a machine of https://quay.example",
      ["Vera Stolt [0]: Shall we begin?", "- [7]: Please.", "Vera Stolt [9]: Then I begin."],
    ],
    [
      "who takes part in a call is a list, above and below",
      paragraphs(
        "Stolt Marine\n\nParticipants\nVera Stolt -- Chief Executive\nIvo Keel -- Quay Bank -- Analyst",
        "Operator",
        "Welcome to the call.",
        "Ivo Keel -- Quay Bank -- Analyst",
        "How do you see the year?",
        "Vera Stolt -- Chief Executive",
        "We see it well.",
        "Call participants:",
        "Vera Stolt -- Chief Executive",
        "Ivo Keel -- Quay Bank -- Analyst",
        "More on boats",
      ),
      [
        "-: ",
        "-: ",
        "-: Welcome to the call.",
        "Ivo Keel (Quay Bank -- Analyst): How do you see the year?",
        "Vera Stolt (Chief Executive): We see it well.",
        "-: ",
        "-: ",
      ],
    ],
  ]);
});

describe("labels", () => {
  shows([
    [
      "somebody heard and not named, and nobody else",
      paragraphs("911 OPERATOR: What is your emergency?", "CALLER: A boat is sinking. Please come."),
      ["-: What is your emergency?", "-: A boat is sinking. Please come."],
    ],
    [
      "a count before the name is none of it",
      paragraphs(
        "Q1 Chair: Ms Stolt, who closed it?",
        "Vera Stolt: I did.",
        "Q2  Ivo Keel: On whose advice?",
        "3. Ana Rook (Port Ansel): What do you pay?",
      ),
      [
        "Chair: Ms Stolt, who closed it?",
        "Vera Stolt: I did.",
        "Ivo Keel: On whose advice?",
        "Ana Rook (Port Ansel): What do you pay?",
      ],
    ],
    [
      "no space behind the colon, and the colon of East Asian type",
      paragraphs("VERA STOLT:Good evening to you.", "IVO KEEL：I am here.", "STOLT:Good."),
      ["VERA STOLT: Good evening to you.", "IVO KEEL: I am here.", "STOLT: Good."],
    ],
    [
      "letters behind a name in full, and an age",
      paragraphs(
        "Vera Stolt MP: I was there.",
        "Ivo Keel, 41, boatman: I was not.",
        "Ana ROOK: I am late.",
        "Vera Stolt MP: You are.",
      ),
      [
        "Vera Stolt: I was there.",
        "Ivo Keel (41, boatman): I was not.",
        "Ana ROOK: I am late.",
        "Vera Stolt: You are.",
      ],
    ],
    [
      "one letter for a name that the top has in full",
      paragraphs(
        "Ivo Keel, pilot, talks to Vera Stolt.",
        "S: Where were you born?",
        "K: In that room. My mother was alone.",
        "S: And your brothers?",
        "X: All of them.",
      ),
      [
        "Vera Stolt: Where were you born?",
        "Ivo Keel: In that room. My mother was alone.",
        "Vera Stolt: And your brothers?",
        "-: All of them.",
      ],
    ],
    [
      "initials of a name that another label has in full",
      paragraphs("Harbour Post: What is it?", "Ivo Keel: The cold. I hate it.", "HP: And the ice?", "IK: I like it."),
      [
        "Harbour Post: What is it?",
        "Ivo Keel: The cold. I hate it.",
        "Harbour Post: And the ice?",
        "Ivo Keel: I like it.",
      ],
    ],
    [
      "surnames of three letters among others in capitals are no initials",
      paragraphs("COX: Where were you?", "KEEL: I was at sea.", "COX: Alone?"),
      ["COX: Where were you?", "KEEL: I was at sea.", "COX: Alone?"],
    ],
    [
      "fields of a head, each once and without a sentence, are no turns",
      paragraphs(
        "Panel: Vera Stolt, pilot; Ivo Keel, mayor\nPlace: Port Ansel",
        "Vera Stolt: I wrote to you.",
        "Ivo Keel: I never had a letter.",
        "Vera Stolt: I have a copy.",
      ),
      ["Vera Stolt: I wrote to you.", "Ivo Keel: I never had a letter.", "Vera Stolt: I have a copy."],
    ],
    [
      "candidates, each with what is told of them, are no turns",
      paragraphs(
        "Vera Stolt: Mrs. Stolt, a pilot, wants lower fees.",
        "Ivo Keel: Mr. Keel, a farmer, wants a new lock.",
        "Ada Rook: Ms. Rook, a nurse, wants neither.",
      ),
      [],
    ],
    [
      "a programme with times above its names is none",
      "09:00\nVera Stolt\nWhy we build boats\n09:30\nIvo Keel\nWhat I learnt at sea\n10:00\nAda Rook\nWhat we owe the lock",
      [],
    ],
    [
      "counted questions, and answers",
      "1  Q.  When did you see it?\n   A.  In spring.\n2  Q.  And what did you see?\n[3] Q. Did you say so?\n   A.  I did.",
      [
        "- QUESTION: When did you see it?",
        "- ANSWER: In spring.",
        "- QUESTION: And what did you see?",
        "- QUESTION: Did you say so?",
        "- ANSWER: I did.",
      ],
    ],
    [
      "a short surname in capitals is no initials",
      paragraphs("Vera Rook speaks with Ivo Keel.", "ROOK: Where were you?", "KEEL: I was at sea.", "ROOK: Alone?"),
      ["ROOK: Where were you?", "KEEL: I was at sea.", "ROOK: Alone?"],
    ],
    [
      "what somebody is in the talk, said once at the top",
      paragraphs(
        "Interviewer: Vera Stolt\nGuest: Ivo Keel, pilot",
        "Interviewer: Do you sail?",
        "Guest: I do, every day.",
        "Interviewer: Why?",
      ),
      ["Vera Stolt QUESTION: Do you sail?", "Ivo Keel: I do, every day.", "Vera Stolt QUESTION: Why?"],
    ],
    [
      "a question in bold type between two answers is nobody's who answers",
      paragraphs(
        "**Who shut it?**",
        "**Stolt:** I did, I think.",
        "**Keel:** It was me.",
        "**And who opened it?**",
        "**Stolt:** We do not know.",
      ),
      [
        "- QUESTION: Who shut it?",
        "Stolt: I did, I think.",
        "Keel: It was me.",
        "- QUESTION: And who opened it?",
        "Stolt: We do not know.",
      ],
    ],
    [
      "labels that stop behind the first answer, where bold type goes on",
      paragraphs(
        "**Harbour Post: Captain, was it old?**",
        "Vera Stolt: It was. I bought it.",
        "And I said so.",
        "**Would you do it again?**",
        "I would, if need be.",
      ),
      [
        "Harbour Post: Captain, was it old?",
        "Vera Stolt: It was. I bought it. / And I said so.",
        "- QUESTION: Would you do it again?",
        "- ANSWER: I would, if need be.",
      ],
    ],
    [
      "a witness who is said to be sworn",
      paragraphs(
        "MR. KEEL:  I call Vera Stolt.",
        "VERA STOLT, PLAINTIFF'S WITNESS, SWORN",
        "BY MR. KEEL:",
        "Q.  Where were you?",
        "A.  At sea.",
      ),
      [
        "MR. KEEL: I call Vera Stolt.",
        "-: ",
        "-: ",
        "MR. KEEL QUESTION: Where were you?",
        "VERA STOLT ANSWER: At sea.",
      ],
    ],
    [
      "a large initial that runs together with the question",
      paragraphs("A: I think we should.", "QWhat would you have done?", "A: I would have waited."),
      ["- ANSWER: I think we should.", "- QUESTION: What would you have done?", "- ANSWER: I would have waited."],
    ],
    [
      "an inquiry's heads name who is sworn and who asks",
      paragraphs(
        "MS ROOK:  The next witness is Mr Keel.",
        "MR IVO KEEL (affirmed)",
        "Questions from MS ROOK",
        "Q.  Is it true?",
        "A.  As far as I know.",
        "Cross-examination by MR STOLT",
        "Q.  And as far as I know?",
      ),
      [
        "MS ROOK: The next witness is Mr Keel.",
        "-: ",
        "-: ",
        "MS ROOK QUESTION: Is it true?",
        "MR IVO KEEL ANSWER: As far as I know.",
        "-: ",
        "MR STOLT QUESTION: And as far as I know?",
      ],
    ],
    [
      "an office with its holder tells of a house, though nobody has the word twice",
      paragraphs(
        "The Presiding Officer (Vera Stolt): Good afternoon. We come to dues.",
        "Ana Rook (Port Ansel) (Ind): What are they for?",
        "The Cabinet Secretary for Harbours (Ivo Keel): They are for the lamp.",
      ),
      [
        "Vera Stolt (The Presiding Officer): Good afternoon. We come to dues.",
        "Ana Rook (Port Ansel): What are they for?",
        "Ivo Keel (The Cabinet Secretary for Harbours): They are for the lamp.",
      ],
    ],
    [
      "another goes on asking the witness",
      paragraphs(
        "MR. KEEL:  I call Vera Stolt.",
        "Examination",
        "BY MR. KEEL:",
        "Q.  Where were you?",
        "A.  At sea.",
        "Q.  (By Ms. Rook)  With whom?",
      ),
      [
        "MR. KEEL: I call Vera Stolt.",
        "-: ",
        "-: ",
        "MR. KEEL QUESTION: Where were you?",
        "- ANSWER: At sea.",
        "Ms. Rook QUESTION: With whom?",
      ],
    ],
  ]);
});

describe("a turn ends", () => {
  it.each([
    "The Clerk read the resolution, as follows:",
    "Question put, That the dues be raised.",
    "The House divided: Ayes 12, Noes 9.",
    "The question was taken; and the motion was agreed to.",
    "There was no objection.",
    "The Court rose at 1.05 p.m.",
    "Meeting closed at 17:02.",
    "Proceedings suspended from 12:30 to 13:30",
    "Meeting ended after 00:06:12",
    "This editable transcript was generated by a computer.",
    "Content and Programming Copyright 2031 Harbour Network. ALL RIGHTS RESERVED.",
    "Mr. KEEL asked and was given permission to revise his remarks.",
  ])("where the house acts: %s", (line) => {
    const turns = turnsIn(
      paragraphs("VERA STOLT: I so move.", line, "Nine boats were counted.", "STOLT: I ask again."),
    );
    expect(turns).toEqual(["VERA STOLT: I so move.", "STOLT: I ask again."]);
  });

  it("not where a member speaks of a motion", () => {
    const line = "The motion that I put was agreed to, and we paid.";
    const turns = turnsIn(paragraphs("VERA STOLT: I so move.", line, "IVO KEEL: You do.", "STOLT: I ask again."));
    expect(turns).toEqual([`VERA STOLT: I so move. / ${line}`, "IVO KEEL: You do.", "STOLT: I ask again."]);
  });

  it("behind words in quotation marks, where a paper goes on in its own", () => {
    const text = paragraphs(
      "**Vera Stolt, mayor:** “I have stood here for nine years.”",
      "**Ivo Keel, pilot:** “I would like to go home.”",
      "The boats will go round by the canal.",
    );
    expect(turnsIn(text)).toEqual([
      "Vera Stolt (mayor): I have stood here for nine years.",
      "Ivo Keel (pilot): I would like to go home.",
    ]);
  });
});

describe("what only looks like turns", () => {
  it.each([
    [
      "critics with the titles of their favourites",
      paragraphs(
        "Vera Stolt: “The Quay” (Channel 9). A slow film about water.",
        "Ivo Keel: “Tide”, an album of songs, best heard in the bath.",
        "Ana Rook: The new café on the quay, for its buns.",
      ),
    ],
    [
      "a programme whose titles say I and we",
      paragraphs(
        "09:00 Vera Stolt: Welcome and opening",
        "09:30 Ivo Keel: Why boats sink, and what we can do",
        "10:45 Ana Rook: How I mended mine",
      ),
    ],
    [
      "a live blog whose reporters say I, and quote",
      paragraphs(
        "Vera Stolt 10:02",
        "I am on the quay, where it is cold.",
        "Vera Stolt 10:31",
        "The mayor is here. “We all miss it,” she tells me.",
        "Ivo Keel 11:00",
        "We are told to leave.",
      ),
    ],
    [
      "headings of a debate are no names, though its labels are",
      paragraphs("Harbour Dues", "The minister was asked for a statement.", "Ferry Fares", "It rained on us."),
    ],
  ])("%s", (_name, text) => {
    expect(turnsIn(text)).toEqual([]);
  });

  it("headings among labelled turns are nobody", () => {
    const text = paragraphs(
      "Harbour Dues",
      "Ivo Keel: What do you pay?",
      "Vera Stolt: Nine crowns, I think.",
      "Ferry Fares",
      "Ivo Keel: And we?",
    );
    expect(turnsIn(text).filter((turn) => turn !== "-: ")).toEqual([
      "Ivo Keel: What do you pay?",
      "Vera Stolt: Nine crowns, I think.",
      "Ivo Keel: And we?",
    ]);
  });
});
