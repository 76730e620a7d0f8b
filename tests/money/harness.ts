/** How many cases a property tries: the reduced count in `npm test`, the full one in `npm run test:long`. */
export const runs = (reduced: number, full: number): { readonly seed: number; readonly numRuns: number } => ({
  seed: 20_231_229,
  numRuns: process.env['LONG'] === undefined ? reduced : full,
});

/** A property with its full count may take this long. */
export const LONG_MS = 900_000;
