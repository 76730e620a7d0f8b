/** The version of the calculators, bound into every receipt. Equal to the version in package.json, which a test proves. */
export const ENGINE_VERSION = '0.1.0';
