import type { DraftLine } from "../../src/draft/draft-report.ts";
import { VERDICT_WORDS } from "../../src/draft/verdict-words.ts";

/** What is only not found, or told in other words, may be right all the same. */
const ONLY_DOUBTFUL: ReadonlySet<DraftLine["verdict"]> = new Set(["NOT_FOUND", "PARAPHRASED", "SPEAKER_UNCLEAR"]);

/**
 * A line for each quote that needs a look, as GitHub shows it beside the line of the file.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 * @param lines The line of each quote, from 1.
 */
export const githubAnnotations = (
  file: string,
  quotes: readonly DraftLine[],
  lines: readonly (number | null)[],
): readonly string[] =>
  quotes.flatMap(({ verdict, text, summary, needsALook }, i) => {
    if (!needsALook) return [];
    const line = lines[i] ?? null;
    const place = line === null ? "" : `,line=${line}`;
    const level = ONLY_DOUBTFUL.has(verdict) ? "warning" : "error";
    const title = property(`Quote ${VERDICT_WORDS[verdict]}`);
    return [`::${level} file=${property(file)}${place},title=${title}::${message(`“${text}”: ${summary}`)}`];
  });

const message = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const property = (text: string): string => message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
