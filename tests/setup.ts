import "reflect-metadata";
import fc from "fast-check";

/**
 * Property tests try the same inputs each time, so that a run tells of a change and not of its luck; new ones are looked
 * for by `npm run fuzz`, or with another seed: `TEST_SEED=2 npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 1) });
