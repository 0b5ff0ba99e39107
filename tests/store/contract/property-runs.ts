/** How many cases of a property are tried: of a store beyond this process, where each takes long, a share of them. */
export const propertyRuns = (runs: number): number =>
  Math.max(1, Math.ceil(runs * Number(process.env.VERBATIM_PROPERTY_SHARE ?? 1)));
