/**
 * Words that end, or stand in, the names of organizations and places. Own lists, compiled by hand from the common
 * nouns of official names.
 */
const ORGANIZATION_WORDS = new Set(
  (
    "university college institute school academy committee commission council party agency ministry department bureau office " +
    "association federation union league organization organisation foundation fund bank corporation corp company co inc ltd llc group " +
    "times post news journal courier tribune herald gazette magazine network television radio press media service services force forces army navy " +
    "guard corps court senate congress parliament assembly house cabinet administration government authority board center centre " +
    "church society club team coalition alliance front movement trust museum hospital orchestra ballet theatre theater studios records " +
    "industries airlines airways railway railways lines motors systems technologies partners holdings brigade regiment division battalion police staff secretariat " +
    "tribunal chamber conference caucus campaign project initiative program programme observatory laboratory labs library archive archives ensemble band " +
    "fleet legion consortium cooperative syndicate guild chapter democrats republicans conservatives liberals socialists greens watch " +
    "sentinel register observer inquirer enquirer examiner chronicle globe telegraph guardian dispatch monitor " +
    "pac poll survey nations states' states-general enterprise enterprises brothers bros entertainment pictures publishing books reserve bundestag duma knesset " +
    "steel steelworks chemicals foods oil petroleum energy insurance assurance pharmaceuticals pharma logistics software mills mining metals minerals plastics " +
    "textiles electronics semiconductors aerospace shipyard shipyards shipping freight telecom telecoms communications breweries brewery bakeries foundry " +
    "utilities automotive aviation airway biotech robotics ventures equity securities mutual solutions supermarkets stores outfitters " +
    "ledger beacon bugle clarion echo argus gleaner intelligencer newspapers broadcasting"
  ).split(" "),
);

const PLACE_WORDS = new Set(
  (
    "city county state province district region republic kingdom island islands isle river lake sea ocean bay gulf strait mountain mountains " +
    "mount valley desert forest beach coast peninsula street avenue road boulevard lane square plaza park bridge airport station port harbor harbour " +
    "town village borough parish territory canyon creek falls hill hills heights field fields stadium arena palace castle tower hotel cathedral " +
    "garden gardens cemetery highway route canal dam basin plateau glacier volcano pass cape point cove building hall " +
    "north south east west northern southern eastern western central emirates"
  ).split(" "),
);

/** Words with a capital that name neither person, organization nor place by themselves. */
const NO_ENTITY = new Set(
  (
    "i god bible internet christmas easter ramadan english french german spanish russian chinese arabic american british european " +
    "christian christians muslim muslims jewish jews catholic islam christianity republican democrat democratic web congressional latino latina latinos hispanic hispanics liberal conservative " +
    "act bill amendment constitution law treaty agreement report award prize medal war revolution day week month year century " +
    "applause laughter mr mrs ms dr sir madam staff chapter section figure table part page volume january february march april may june july august september october november december " +
    "monday tuesday wednesday thursday friday saturday sunday tv pm am ok ceo cfo phd bc ad ii iii covid-19 covid dna uv gps pdf url isbn"
  ).split(" "),
);

const bare = (lower: string): string => lower.replace(/\.$/, "");

/** Of these words those that are surnames as well: "Anna Steel" is somebody. */
const SURNAMES_TOO = new Set("steel mills".split(" "));

export const isOrganizationWord = (lower: string): boolean => ORGANIZATION_WORDS.has(bare(lower));
export const isSurnameToo = (lower: string): boolean => SURNAMES_TOO.has(bare(lower));
export const isPlaceWord = (lower: string): boolean => PLACE_WORDS.has(bare(lower));
export const isNoEntity = (lower: string): boolean => NO_ENTITY.has(bare(lower));
