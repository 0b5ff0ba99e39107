import papaparse from "papaparse";
import { VerbatimError } from "../errors.ts";
import type { DRAFT_COLUMNS } from "./draft-formats.ts";
import type { DraftLine } from "./draft-report.ts";
import type { ReportedDraft } from "./markdown-report.ts";

/** A rating as a row of a checked draft has it. */
interface Rating {
  readonly draft: string;
  readonly text: string;
  readonly start: number;
  readonly rating: string;
}

/** Longer ones are reviews. */
const MAX_RATING_CHARACTERS = 100;

type Row = Readonly<Partial<Record<keyof typeof DRAFT_COLUMNS, string>>>;

/**
 * The ratings that a person wrote into the column `rating` of a checked draft in CSV.
 * @param name The file, for what is said of it.
 * @throws VerbatimError BAD_INPUT for what is no such file.
 */
export function readRatings(csv: string, name: string): readonly Rating[] {
  const { data, meta } = papaparse.parse<Row>(csv.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true });
  if (!COLUMNS.every((column) => meta.fields?.includes(column))) {
    throw new VerbatimError(
      "BAD_INPUT",
      `${name} is no checked draft: its first row must name ${COLUMNS.join(", ")}. ${HOW}`,
    );
  }
  return data.flatMap((row, i) => ratingIn(row, `Row ${i + 2} of ${name}`));
}

const COLUMNS = ["draft", "text", "start", "rating"] as const;
const HOW = "Write one with --out checked.csv, and fill in its column rating.";

function ratingIn({ draft = "", text = "", start = "", rating = "" }: Row, where: string): readonly Rating[] {
  const words = plain(rating).trim();
  if (words === "") return [];
  if (words.length > MAX_RATING_CHARACTERS) {
    throw new VerbatimError(
      "BAD_INPUT",
      `${where} has a rating of ${words.length} characters; at most ${MAX_RATING_CHARACTERS} are one.`,
    );
  }
  return [{ draft: plain(draft), text: plain(text), start: Number(start), rating: words }];
}

/** Without the apostrophe that keeps a spreadsheet from taking a cell for a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, "");

/**
 * The rating of each quote of a draft; null where there is none.
 * @throws VerbatimError BAD_INPUT where a rating is of none of the drafts: then somebody's word would be lost, or stand under other words.
 */
export function ratingsOf(
  drafts: readonly ReportedDraft[],
  ratings: readonly Rating[],
): readonly (readonly (string | null)[])[] {
  const open = new Set(ratings);
  const found = drafts.map(({ name, quotes }) =>
    quotes.map((quote) => {
      const own = ratings.find((rating) => isOf(rating, name, quote)) ?? null;
      if (own !== null) open.delete(own);
      return own?.rating ?? null;
    }),
  );
  const [stray] = open;
  if (stray === undefined) return found;
  throw new VerbatimError(
    "BAD_INPUT",
    `The rating ${JSON.stringify(stray.rating)} is of “${stray.text.slice(0, 60)}” in ${stray.draft}, which is not there in these words any more. Write the CSV anew, and rate it there.`,
  );
}

const isOf = (rating: Rating, name: string, quote: DraftLine): boolean =>
  rating.draft === name && rating.start === quote.start && withoutLineEnds(rating.text) === withoutLineEnds(quote.text);

/** Spreadsheets write the line ends within a cell in their own way. */
const withoutLineEnds = (text: string): string => text.replace(/\s+/g, " ").trim();
