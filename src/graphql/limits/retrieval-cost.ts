/**
 * What a field costs beside its answer that searches (`complexity` of the field): some milliseconds of scoring against some
 * microseconds of reading.
 */
export const RETRIEVAL_COST = 100;
