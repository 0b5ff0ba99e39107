import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 100;

const ARTICLE = `query Article($url: String!) {
  article(url: $url) { title text paragraphs { span { start end } } quotes(first: 100) { totalCount nodes { text kind spans { start end } } } }
}`;

/**
 * Looks again and again at articles that come and go meanwhile. What is put in is put in as a whole, so that whenever an
 * article is there it is the same: one that was seen otherwise before or after is half of one.
 */
export class ArticleSightings {
  readonly #url: string;
  /** By the address of an article what was seen of it first. */
  readonly #seen = new Map<string, string>();
  #looks = 0;

  /** @param url Of GraphQL. */
  constructor(url: string) {
    this.#url = url;
  }

  /** How often an article was there when it was looked at. */
  get looks(): number {
    return this.#looks;
  }

  /** Looks at one after the other until it is ended. @param next The address of an article to look at; null for none now. @throws Error where half of one is seen. */
  async watch(next: () => string | null, isEnded: () => boolean): Promise<void> {
    while (!isEnded()) {
      const address = next();
      if (address !== null) await this.look(address);
      await sleep(LOOK_EVERY_MS);
    }
  }

  /** Whether it is there, or too much was asked to be told. @throws Error where half of it is seen. */
  async look(address: string): Promise<boolean> {
    const response = await fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: ARTICLE, variables: { url: address } }),
    });
    const said = await response.text();
    if (response.status === 503) return true;
    const { data, errors } = JSON.parse(said) as Answer;
    if (errors !== undefined) throw new Error(`${address} could not be read: ${said.slice(0, 300)}`);
    if (data?.article == null) return false;
    this.#compare(address, JSON.stringify(data.article));
    return true;
  }

  #compare(address: string, article: string): void {
    this.#looks += 1;
    const first = this.#seen.get(address);
    if (first === undefined) this.#seen.set(address, article);
    else if (first !== article) throw new Error(`Half of ${address} was seen:\n${first}\n${article}`);
  }
}

interface Answer {
  readonly data?: { readonly article: object | null };
  readonly errors?: readonly object[];
}
