// Jest asks for a default export and the house has none: this hands over to globalTeardown() of tests/harness/global-teardown.ts, if there is one.
import { existsSync } from 'node:fs';

const harness = new URL('../dist/tests/harness/global-teardown.js', import.meta.url);

export default async function tearDown() {
  if (existsSync(harness)) await (await import(harness.href)).globalTeardown();
}
