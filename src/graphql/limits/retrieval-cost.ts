/**
 * What a field costs beside its answer that searches the index (`complexity` of the field): at 100,000 passages some 25 ms of the one thread, against some
 * microseconds for reading a field. A request may ask for 39 of them, since it has one place at work whatever it asks for, and whoever comes next waits for all.
 */
export const RETRIEVAL_COST = 500;

/** The same of a field for which the model reads a passage sentence by sentence: some milliseconds, of another process. */
export const SENTENCES_COST = 100;
