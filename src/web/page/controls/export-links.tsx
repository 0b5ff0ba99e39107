const FORMATS = [
  ["csv", "CSV"],
  ["jsonl", "JSON Lines"],
  ["markdown", "Markdown"],
  ["bibtex", "BibTeX"],
] as const;

interface ExportLinksProps {
  /** Of the page whose quotes go out, without an anchor. */
  readonly address: string;
  /** Whether it can be followed as a feed as well. */
  readonly hasFeed?: boolean;
}

/** The quotes of a page as files: all of them, not only those in view. */
export const ExportLinks = ({ address, hasFeed = false }: ExportLinksProps) => (
  <details class="export">
    <summary>Export</summary>
    <ul>
      {FORMATS.map(([format, label]) => (
        <li key={format}>
          <a href={withFormat(address, format)} download>
            {label}
          </a>
        </li>
      ))}
      {hasFeed && (
        <li>
          <a href={withFormat(address, "atom")}>Feed</a>
        </li>
      )}
    </ul>
  </details>
);

const withFormat = (address: string, format: string): string =>
  `${address}${address.includes("?") ? "&" : "?"}format=${format}`;
