/** What the vectors are made with. */
export interface VectorModel {
  readonly model: string;
  readonly dimensions: number;
}
