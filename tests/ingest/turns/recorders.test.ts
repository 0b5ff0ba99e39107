import { describe, expect, it } from "vitest";
import { paragraphs, shows, turnsIn } from "./transcript.ts";

describe("what programs write down that hear", () => {
  shows([
    [
      "a stretch of time and a name, both in brackets",
      "[00:00.000 --> 00:04.320] [SPEAKER_00] We are open.\n[00:04.320 --> 00:09.100] [Vera Stolt] I have two questions.\n[00:09.100 --> 00:12.000] [SPEAKER_00] Please.",
      ["- [0]: We are open.", "Vera Stolt [4.32]: I have two questions.", "- [9.1]: Please."],
    ],
    [
      "names in brackets before the words, and sounds that are none",
      paragraphs(
        "[VERA STOLT] I mended it.",
        "[LAUGHING] And I fell in.",
        "[IVO KEEL] You did?",
        "[VERA STOLT] I did.",
      ),
      ["VERA STOLT: I mended it. / And I fell in.", "IVO KEEL: You did?", "VERA STOLT: I did."],
    ],
    [
      "somebody by a number, with the time before the words",
      "Speaker 1 [00:00:03] We begin at nine.\n\nVera Stolt [00:00:09] I asked for it.\n\nSpeaker 1 [00:00:16] You did.\n\nVera Stolt [00:00:19] Good.",
      ["- [3]: We begin at nine.", "Vera Stolt [9]: I asked for it.", "- [16]: You did.", "Vera Stolt [19]: Good."],
    ],
    [
      "messages of the time of day, whoever says I",
      "Vera Stolt  9:02 AM\nWho has the key?\nIvo Keel  9:04 AM\nI have it.\nVera Stolt  9:05 AM\nBring it over, please.",
      ["Vera Stolt: Who has the key?", "Ivo Keel: I have it.", "Vera Stolt: Bring it over, please."],
    ],
    [
      "whom a message is from, and not whom it is to",
      "09:02:11 From Vera Stolt to Everyone:\n\tWho has the key?\n09:03:00 From Ivo Keel to Vera Stolt:\n\tI have it.\n09:03:30 From Vera Stolt to Everyone:\n\tThank you.",
      ["Vera Stolt: Who has the key?", "Ivo Keel: I have it.", "Vera Stolt: Thank you."],
    ],
    [
      "what the messenger says itself",
      "[05/03/2031, 09:02:11] Vera Stolt: Is it mended?\n[05/03/2031, 09:03:40] Ivo Keel: \u200eimage omitted\n[05/03/2031, 09:03:55] Vera Stolt: Alone?",
      ["Vera Stolt: Is it mended?", "Ivo Keel: ", "Vera Stolt: Alone?"],
    ],
  ]);
});

describe("names in labels", () => {
  shows([
    [
      "of small words, of initials, of a generation, with a nickname",
      paragraphs(
        "Ana de los Montes-Rook: I sailed.",
        "Piet van 't Zand: With whom?",
        "A.B.C. Keel III: With me.",
        "Ivo “Tar” Holm: I saw you.",
        "Ana de los Montes-Rook: We saw you, too.",
      ),
      [
        "Ana de los Montes-Rook: I sailed.",
        "Piet van 't Zand: With whom?",
        "A.B.C. Keel III: With me.",
        "Ivo “Tar” Holm: I saw you.",
        "Ana de los Montes-Rook: We saw you, too.",
      ],
    ],
    [
      "behind a role in small letters",
      paragraphs(
        "First officer Stolt: I see a light.",
        "Harbour pilot Ivo Keel: It is mine.",
        "First officer Stolt: Good.",
      ),
      [
        "Stolt (First officer): I see a light.",
        "Ivo Keel (Harbour pilot): It is mine.",
        "Stolt (First officer): Good.",
      ],
    ],
    [
      "in brackets with brackets of its own, and with whom somebody asks",
      paragraphs(
        "The Chair (Ms. Vera Stolt (Port Ansel, Ind.)): I call the meeting to order.",
        "4. IVO KEEL (Shore—Karst) to the Minister of Piers: How many have you mended?",
        "The Chair: We have the answer in writing.",
      ),
      [
        "Ms. Vera Stolt (The Chair): I call the meeting to order.",
        "IVO KEEL (Shore—Karst): How many have you mended?",
        "The Chair: We have the answer in writing.",
      ],
    ],
    [
      "with the role on the line below",
      "VERA STOLT\nChair of the Harbour Board\nI open the meeting.\n\nIVO KEEL\nTreasurer\nI have nothing to report.\n\nVERA STOLT\nChair of the Harbour Board\nThen we go home.",
      [
        "VERA STOLT (Chair of the Harbour Board): I open the meeting.",
        "IVO KEEL (Treasurer): I have nothing to report.",
        "VERA STOLT (Chair of the Harbour Board): Then we go home.",
      ],
    ],
    [
      "with a role in small letters, where words follow, and not in a chat of a line each",
      "Vera Stolt\nOwner of the brewery\nI open the meeting.\n\nIvo Keel\nBrewer since the flood\nI have nothing to report.\n\nVera Stolt\nOwner of the brewery\nThen we go home.",
      [
        "Vera Stolt (Owner of the brewery): I open the meeting.",
        "Ivo Keel (Brewer since the flood): I have nothing to report.",
        "Vera Stolt (Owner of the brewery): Then we go home.",
      ],
    ],
    [
      "in a chat of a line each, all of which is said",
      "Vera Stolt\nThank you for the beer\n\nIvo Keel\nNo thanks to me\n\nVera Stolt\nThen let us go home",
      ["Vera Stolt: Thank you for the beer", "Ivo Keel: No thanks to me", "Vera Stolt: Then let us go home"],
    ],
  ]);
});

describe("what stands below and above", () => {
  shows([
    [
      "is no word of a turn where it says that the meeting has ended, whatever the width of the lines",
      "Vera Stolt: I have the numbers for the roof.\nIvo Keel: You may go ahead with them.\nVera Stolt: I will, but I am on a train.\nMeeting ended after 00:09:12",
      [
        "Vera Stolt: I have the numbers for the roof.",
        "Ivo Keel: You may go ahead with them.",
        "Vera Stolt: I will, but I am on a train.",
      ],
    ],
    [
      "is a key of initials, and not an answer that begins with the name",
      paragraphs(
        "IVO KEEL asks, VERA STOLT answers",
        "IK: Your name?",
        "VS: Vera Stolt. I was born here.",
        "IK: And you stayed?",
        "VS: I did.",
      ),
      [
        "IVO KEEL: Your name?",
        "VERA STOLT: Vera Stolt. I was born here.",
        "IVO KEEL: And you stayed?",
        "VERA STOLT: I did.",
      ],
    ],
    [
      "is a title behind a bar",
      "Vera Stolt | Chief Executive\nI will start with slate.\n\nIvo Keel | Keel Capital\nHow much have you?\n\nVera Stolt | Chief Executive\nMore than you think.",
      [
        "Vera Stolt (Chief Executive): I will start with slate.",
        "Ivo Keel (Keel Capital): How much have you?",
        "Vera Stolt (Chief Executive): More than you think.",
      ],
    ],
  ]);
});

describe("dashes and bars", () => {
  shows([
    [
      "part the names from the words, on the line or at its end",
      "VERA STOLT —\nI opened it at nine.\n\nIVO KEEL —\nAt ten. I was there.\n\nVERA STOLT —\nYou were asleep.",
      ["VERA STOLT: I opened it at nine.", "IVO KEEL: At ten. I was there.", "VERA STOLT: You were asleep."],
    ],
    [
      "as bars do",
      paragraphs("STOLT | I opened it at nine.", "KEEL | At ten. I was there.", "STOLT | You were asleep."),
      ["STOLT: I opened it at nine.", "KEEL: At ten. I was there.", "STOLT: You were asleep."],
    ],
  ]);
});

describe("houses and hearings", () => {
  shows([
    [
      "an office with a full stop, and a voice",
      paragraphs(
        "The Chairwoman. We come to order. When did you learn of it?",
        "Mr. Keel. In March. I wrote to you.",
        "Voice. Louder!",
        "The Chairwoman. Did we answer you?",
        "Mr. Keel. You did not.",
      ),
      [
        "The Chairwoman: We come to order. When did you learn of it?",
        "Mr. Keel: In March. I wrote to you.",
        "-: Louder!",
        "The Chairwoman: Did we answer you?",
        "Mr. Keel: You did not.",
      ],
    ],
    [
      "members with seat and party, who speak to the chair and come once each",
      paragraphs(
        "Mr. Ivo Keel (Stade—Velm, Ind.): Mr. Speaker, the lock is shut.",
        "Hon. Vera Stolt (Minister of Water, Lib.): Mr. Speaker, it opens in June.",
        "Ms. Ada Rook (Velm, Ind.): Madam Speaker, which June?",
      ),
      [
        "Mr. Ivo Keel (Stade—Velm, Ind.): Mr. Speaker, the lock is shut.",
        "Hon. Vera Stolt (Minister of Water, Lib.): Mr. Speaker, it opens in June.",
        "Ms. Ada Rook (Velm, Ind.): Madam Speaker, which June?",
      ],
    ],
    [
      "a witness whom the head of the deposition names",
      paragraphs(
        "VIDEOTAPED DEPOSITION OF VERA STOLT",
        "BY MR. KEEL:",
        "Q. Did you sign it?",
        "A. I signed it in March.",
        "MS. ROOK: Objection.",
        "THE WITNESS: I said March.",
      ),
      [
        "-: ",
        "MR. KEEL QUESTION: Did you sign it?",
        "VERA STOLT ANSWER: I signed it in March.",
        "MS. ROOK: Objection.",
        "VERA STOLT: I said March.",
      ],
    ],
    [
      "what members do is nobody's words",
      paragraphs(
        "Vera Stolt: I beg to move.",
        "Several hon. Members rose—",
        "Ivo Keel: I object.",
        "Vera Stolt: I know.",
      ),
      ["Vera Stolt: I beg to move.", "Ivo Keel: I object.", "Vera Stolt: I know."],
    ],
    [
      "a head in small letters among labels is somebody else, and a clause with a colon goes on",
      paragraphs(
        "The Chair: We resume.",
        "Le président: Nous reprenons.",
        "Vera Stolt: I have two figures.",
        "But this is my question: Who pays?",
        "Ivo Keel: You do.",
        "Vera Stolt: I do not.",
        "From the gallery: Shame!",
        "Ivo Keel: You will.",
        "Vera Stolt: We shall see.",
        "Ivo Keel: Thank you.",
      ),
      [
        "The Chair: We resume.",
        "-: Nous reprenons.",
        "Vera Stolt: I have two figures. / But this is my question: Who pays?",
        "Ivo Keel: You do.",
        "Vera Stolt: I do not.",
        "-: Shame!",
        "Ivo Keel: You will.",
        "Vera Stolt: We shall see.",
        "Ivo Keel: Thank you.",
      ],
    ],
    [
      "a label that goes on in the next line is no headline",
      "Vera Stolt (Port Ansel): I thank you for the bridge, which has\nColumn 412\nstood since the flood.\n\nIvo Keel: I built it.\n\nVera Stolt: You did.",
      [
        "Vera Stolt (Port Ansel): I thank you for the bridge, which has / stood since the flood.",
        "Ivo Keel: I built it.",
        "Vera Stolt: You did.",
      ],
    ],
  ]);
});

describe("one who speaks alone", () => {
  const SPEECH = ["Thank you. I came here by boat.", "(Applause.)", "Today we walk. I thank you all."];

  it("is heard where the head tells of a speech", () => {
    const text = paragraphs(
      "Remarks by Governor Stolt at the Bridge",
      "11:02 A.M.",
      `GOVERNOR STOLT:  ${SPEECH[0]}`,
      ...SPEECH.slice(1),
      "END  11:09 A.M.",
    );
    expect(turnsIn(text)[0]).toBe("GOVERNOR STOLT: Thank you. I came here by boat. / Today we walk. I thank you all.");
  });

  it.each([
    "Speech by Vera Stolt at the opening of the bridge",
    "Full text: the remarks of Vera Stolt on the bridge",
    "Vera Stolt’s speech in full",
  ])("is who the title names, where the text has no label: %s", (title) => {
    const text = paragraphs(title, "Port Ansel, 4 May.", ...SPEECH, "When I was six, we had a ferry.");
    expect(turnsIn(text)).toEqual([
      "Vera Stolt: Thank you. I came here by boat. / Today we walk. I thank you all. / When I was six, we had a ferry.",
    ]);
  });

  it.each([
    ["is told of by a paper", ["Stolt spoke for an hour, and we all stood.", "We heard her well, and we were cold."]],
    ["is quoted", ["“We walk,” she said to us.", "“I came by boat,” she told us.", "We all laughed."]],
  ])("is nobody where a speech %s", (_how, told) => {
    expect(turnsIn(paragraphs("Speech by Vera Stolt moves the hall", "We came early.", ...told))).toEqual([]);
  });

  it("is nobody where a paper begins with the place", () => {
    expect(
      turnsIn(
        paragraphs("The bridge opens", "PORT ANSEL: We walked over it on Monday. It holds.", "It was built in May."),
      ),
    ).toEqual([]);
  });
});
