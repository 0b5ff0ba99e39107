/** Forms of address that stand before a name, with the gender that they tell. */
const ADDRESS: Readonly<Record<string, "MALE" | "FEMALE" | null>> = {
  mr: "MALE",
  mister: "MALE",
  sir: "MALE",
  lord: "MALE",
  king: "MALE",
  prince: "MALE",
  emperor: "MALE",
  tsar: "MALE",
  father: "MALE",
  brother: "MALE",
  fr: "MALE",
  baron: "MALE",
  count: "MALE",
  duke: "MALE",
  sheikh: "MALE",
  pope: "MALE",
  mrs: "FEMALE",
  ms: "FEMALE",
  miss: "FEMALE",
  mx: null,
  madam: "FEMALE",
  madame: "FEMALE",
  mme: "FEMALE",
  mlle: "FEMALE",
  monsieur: "MALE",
  señor: "MALE",
  señora: "FEMALE",
  herr: "MALE",
  frau: "FEMALE",
  shri: "MALE",
  smt: "FEMALE",
  shrimati: "FEMALE",
  lady: "FEMALE",
  dame: "FEMALE",
  queen: "FEMALE",
  princess: "FEMALE",
  sister: "FEMALE",
  empress: "FEMALE",
  duchess: "FEMALE",
  baroness: "FEMALE",
  dr: null,
  doctor: null,
  prof: null,
  professor: null,
  hon: null,
  honourable: null,
  honorable: null,
  rev: null,
  reverend: null,
  saint: null,
  uncle: "MALE",
  aunt: "FEMALE",
  chairman: "MALE",
  chairwoman: "FEMALE",
  congressman: "MALE",
  congresswoman: "FEMALE",
  spokesman: "MALE",
  spokeswoman: "FEMALE",
  businessman: "MALE",
  businesswoman: "FEMALE",
  assemblyman: "MALE",
  assemblywoman: "FEMALE",
  councilman: "MALE",
  councilwoman: "FEMALE",
  actress: "FEMALE",
  policeman: "MALE",
  policewoman: "FEMALE",
};

/**
 * Nouns for offices, ranks and trades that stand before a name or in apposition to it. Own list, compiled by hand
 * from the ranks of armed forces, offices of state, parliaments, courts, churches, universities and newsrooms.
 */
const ROLES = new Set(
  (
    "president pres vice premier chancellor minister secretary undersecretary senator sen sens rep reps representative congressman " +
    "congresswoman governor gov govs mayor councillor councilor councilman councilwoman alderman assemblyman assemblywoman delegate deputy ambassador amb " +
    "envoy consul attorney prosecutor solicitor judge justice magistrate sheriff marshal commissioner commander cmdr chief " +
    "general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl private pvt admiral adm commodore marshal " +
    "brigadier officer director head leader chairman chairwoman chairperson chair chairmen co-chair speaker whip member " +
    "spokesman spokeswoman spokesperson aide adviser advisor strategist consultant analyst economist expert pollster " +
    "professor lecturer dean provost rector principal researcher scientist historian scholar fellow teacher doctor surgeon physician nurse " +
    "bishop archbishop cardinal pope imam rabbi pastor priest reverend king queen prince princess emperor sultan emir sheikh lord lady " +
    "author writer poet novelist playwright journalist reporter correspondent editor columnist anchor host moderator commentator blogger " +
    "actor actress singer musician composer painter artist director filmmaker producer photographer architect designer engineer inventor " +
    "businessman businesswoman entrepreneur founder co-founder owner ceo cfo coo executive manager coach player quarterback striker captain goalkeeper " +
    "candidate nominee hopeful frontrunner front-runner incumbent lawmaker politician activist organizer organiser volunteer lawyer counsel " +
    "detective det inspector insp superintendent supt constable trooper agent soldier veteran pilot astronaut philosopher mathematician physicist chemist biologist psychologist " +
    "witness defendant plaintiff suspect victim billionaire millionaire mogul tycoon lobbyist operative donor treasurer clerk " +
    "comedian star presenter critic curator librarian farmer chef brother sister son daughter wife husband mother father uncle aunt cousin widow"
  ).split(" "),
);

/** Words that come before a role within a title: "former", "acting", "first deputy". */
const MODIFIERS = new Set(
  (
    "former acting deputy vice first second chief senior junior assistant associate executive honorary interim ex- late then- " +
    "prime foreign defense defence finance interior attorney lieutenant major brigadier rear state u.s. us national general special press " +
    "democratic republican presidential vice-presidential conservative liberal labour independent gop longtime dear esteemed respected distinguished right managing founding incoming outgoing " +
    "environment education health justice transport energy labour labor trade housing agriculture culture economy treasury " +
    "tourism home opposition majority minority council fire police"
  ).split(" "),
);

const bare = (lower: string): string => (lower.endsWith(".") ? lower.slice(0, -1) : lower);

export const isAddress = (lower: string): boolean => Object.hasOwn(ADDRESS, bare(lower));
export const isRole = (lower: string): boolean => {
  const word = bare(lower);
  return ROLES.has(word) || (word.includes("-") && ROLES.has(word.replace(/^(?:ex|vice|co|then)-/, "")));
};
/** "Senators" before joined names. */
export const isPluralRole = (lower: string): boolean => lower.endsWith("s") && isRole(lower.slice(0, -1));
export const isTitleModifier = (lower: string): boolean => MODIFIERS.has(lower) || MODIFIERS.has(bare(lower));

export const genderOfTitle = (lower: string): "MALE" | "FEMALE" | null => ADDRESS[bare(lower)] ?? null;

/** Offices that are held of a place: who is "the mayor of Ostrel" is not Ostrel. */
const HELD_OF_PLACE = new Set(
  "mayor governor bishop archbishop duke duchess earl count countess king queen prince princess sultan emir premier president sheriff".split(
    " ",
  ),
);

/** "the mayor of Ostrel", "city of Ostrel": what the words before "of" and a name make of it. */
export const isHeldOfPlace = (lower: string): boolean =>
  HELD_OF_PLACE.has(lower) || /^(?:city|town|village|people|residents|citizens|port|county)$/.test(lower);
