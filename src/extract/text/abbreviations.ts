/**
 * Abbreviations that keep their full stop and are followed by more of the sentence: forms of address, ranks,
 * offices and months. Own list, from the usage guides of English-language news agencies.
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms mx dr prof hon rev fr sr jr st ste gen lt col maj capt cmdr adm sgt cpl pvt brig sen sens rep reps gov " +
    "lieut pres supt insp det messrs mmes amb asst assoc dept dir atty ald vs no nos fig jan feb mar apr jun jul aug " +
    "sep sept oct nov dec mt ft ave blvd rd"
  ).split(" "),
);

/** Abbreviations that end a company's or person's name, and may end the sentence too. */
export const NAME_ENDINGS: ReadonlySet<string> = new Set("inc corp co ltd llc plc bros jr sr esq etc".split(" "));
