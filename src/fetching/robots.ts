import robots from "robots-parser";
import { VerbatimError } from "../errors.ts";
import { type Fetcher, HttpFailure, USER_AGENT } from "./fetch-bytes.ts";

/** The library is CommonJS, which its types do not say. */
const robotsParser = robots as unknown as typeof robots.default;
type Rules = ReturnType<typeof robotsParser>;

/** So much of the file counts: the least that every reader of it must take (500 KiB: RFC 9309, 2.5). */
const MAX_ROBOTS_BYTES = 512_000;

/** What sites allow (RFC 9309). Each site's rules are fetched once. */
export class RobotRules {
  readonly #fetcher: Fetcher;
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(fetcher: Fetcher) {
    this.#fetcher = fetcher;
  }

  /** @throws VerbatimError where the site's rules keep programs such as this one from the page */
  async check(url: URL, signal: AbortSignal): Promise<void> {
    const rules = await this.#rulesOf(url, signal);
    if (rules.isAllowed(url.href, USER_AGENT) === false) throw forbidden(url);
  }

  /** The pause between two requests that the site asks for, in seconds; 0 for none. */
  async delay(url: URL, signal: AbortSignal): Promise<number> {
    return (await this.#rulesOf(url, signal)).getCrawlDelay(USER_AGENT) ?? 0;
  }

  #rulesOf({ origin }: URL, signal: AbortSignal): Promise<Rules> {
    const known = this.#rules.get(origin) ?? this.#fetch(origin, signal);
    this.#rules.set(origin, known);
    // What failed is asked again next time.
    known.catch(() => this.#rules.delete(origin));
    return known;
  }

  /** A site without the file allows everything; one that cannot answer for it nothing (RFC 9309, 2.3.1). */
  async #fetch(origin: string, signal: AbortSignal): Promise<Rules> {
    const url = `${origin}/robots.txt`;
    try {
      const found = await this.#fetcher.fetch({ url, maxBytes: MAX_ROBOTS_BYTES, cuts: true, signal });
      return robotsParser(url, wholeLines(found?.bytes ?? new Uint8Array()));
    } catch (error) {
      if (error instanceof HttpFailure && error.status < 500) return robotsParser(url, "");
      throw error;
    }
  }
}

/** A rule that is cut would be another: "Disallow: /" of "Disallow: /private". */
function wholeLines(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (bytes.length < MAX_ROBOTS_BYTES) return text;
  return text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
}

const forbidden = (url: URL): VerbatimError =>
  new VerbatimError(
    "BAD_INPUT",
    `${url.href} is closed to programs by the site's robots.txt. Save the page as a file if you may read it.`,
  );
