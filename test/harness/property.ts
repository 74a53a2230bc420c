import fc from 'fast-check';

/**
 * Properties are tried with the same examples in every run, so that a failure is there again for whoever looks at it. Others are
 * tried by `PROPERTY_SEED=17`, new ones each time by `PROPERTY_SEED=random`, and more of them by `PROPERTY_RUNS=5000`.
 */
const seed = process.env.PROPERTY_SEED ?? '20260101';
const runs = process.env.PROPERTY_RUNS;

fc.configureGlobal({
  ...(seed !== 'random' && { seed: Number(seed) }),
  ...(runs !== undefined && { numRuns: Number(runs) }),
});
