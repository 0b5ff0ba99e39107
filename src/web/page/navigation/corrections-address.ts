import { countParameter, readCount, withParameters } from "./parameters.ts";

/** How many corrections to show. */
export interface CorrectionsState {
  readonly count: number;
}

export const readCorrections = (parameters: URLSearchParams): CorrectionsState => ({ count: readCount(parameters) });

export const correctionsAddress = ({ count }: CorrectionsState): string =>
  withParameters("/corrections", countParameter(count));
