/** Who published an article and when, as filters ask for it. */
export interface Publication {
  readonly publisherFolded: string | null;
  readonly publishedAt: string | null;
}
