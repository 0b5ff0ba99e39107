/** A backslash makes any mark of Markdown a plain character, also those that mean something at the start of a line; all on one line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|&#]/g, "\\$&")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/\s+/g, " ");
