import { statusOf } from "./cluster/cluster.ts";
import type { Indices } from "./indices.ts";

interface Version {
  readonly _seq_no: number;
  readonly _primary_term: number;
}

/**
 * A document of the state that several processes may want to write. Each write takes the place of the version that this process
 * knows (https://docs.opensearch.org/latest/api-reference/document-apis/index-document/), so that nobody's goes unseen.
 */
export class StateDocument<Body extends object> {
  readonly #indices: Indices;
  readonly #id: string;
  #version: Version | null = null;

  constructor(indices: Indices, id: string) {
    this.#indices = indices;
    this.#id = id;
  }

  /** What stands there, which the next write takes the place of; null where nothing does. */
  async read(): Promise<Body | null> {
    const request = { method: "GET", path: this.#path } as const;
    const read = await this.#indices.cluster.find<Version & { readonly _source: Body }>(request);
    this.#version = read;
    return read?._source ?? null;
  }

  /**
   * False where another process has written since.
   * @param isMine Whether what stands there is what was to be written: an answer that was lost makes the next try meet its own document.
   */
  async write(body: Body, isMine: (found: Body) => boolean): Promise<boolean> {
    try {
      this.#version = await this.#put(body);
      return true;
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
      const found = await this.read();
      return found !== null && isMine(found);
    }
  }

  #put(body: Body): Promise<Version> {
    const querystring =
      this.#version === null
        ? { op_type: "create" }
        : { if_seq_no: this.#version._seq_no, if_primary_term: this.#version._primary_term };
    return this.#indices.cluster.request<Version>({ method: "PUT", path: this.#path, querystring, body });
  }

  get #path(): string {
    return pathOf(this.#indices, this.#id);
  }
}

/** Writes a document of the state whatever stands there. */
export const writeDocument = (indices: Indices, id: string, body: object): Promise<unknown> =>
  indices.cluster.request({ method: "PUT", path: pathOf(indices, id), body });

const pathOf = (indices: Indices, id: string): string => `/${indices.nameOf("state")}/_doc/${id}`;
