/** What an entry tells, each as it is known. */
export interface BibtexFields {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** ISO 8601. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly note: string;
}

/** How BibTeX names months, as a style may print them in its own language. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** An entry for an article, the words and who said them in its note. @misc, since every style knows it. */
export function bibtexEntry(key: string, { title, publisher, author, publishedAt, url, note }: BibtexFields): string {
  const published = publishedAt === null ? null : new Date(publishedAt);
  const fields = [
    // Braces within braces: the name of a body, which has no first and last name.
    author !== null && `author = {{${escaped(author)}}}`,
    publisher !== null && `${author === null ? "author" : "publisher"} = {{${escaped(publisher)}}}`,
    title !== null && `title = {${escaped(title)}}`,
    published !== null && `year = {${published.getUTCFullYear()}}`,
    published !== null && `month = ${MONTHS[published.getUTCMonth()]}`,
    url !== null && `url = {${encodedUrl(url)}}`,
    `note = {${escaped(note)}}`,
  ].filter((field) => field !== false);
  return `@misc{${key},\n${fields.map((field) => `  ${field},\n`).join("")}}`;
}

/** Such as `mirela2025bridge`: who, when, and the first long word of the title. */
export function bibtexKey(who: string, publishedAt: string | null, title: string): string {
  const year = publishedAt === null ? "" : new Date(publishedAt).getUTCFullYear();
  const what = asciiWords(title).find((word) => word.length > MAX_SHORT_WORD) ?? "";
  return `${asciiWords(who).at(-1) ?? "verbatim"}${year}${what}`;
}

/** Articles and prepositions are mostly no longer than this, in letters. */
const MAX_SHORT_WORD = 4;

const asciiWords = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

/** Those that a backslash does not make plain; BibTeX counts a brace even behind one. */
const LATEX: Readonly<Record<string, string>> = {
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** What LaTeX would take for a command, it prints. */
const escaped = (text: string): string =>
  text.replace(/[\\~^{}$&#_%]/g, (mark) => LATEX[mark] ?? `\\${mark}`).replace(/\s+/g, " ");

/** An address stands as it is, but for what would end the field. */
const encodedUrl = (url: string): string => url.replace(/[{}\\\s]/g, encodeURIComponent);
