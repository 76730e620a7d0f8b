// Jest asks for a default export and the house has none: this hands over to globalSetup() of tests/harness/global-setup.ts, if there is one.
import { existsSync } from 'node:fs';

const harness = new URL('../dist/tests/harness/global-setup.js', import.meta.url);

export default async function setUp() {
  if (existsSync(harness)) await (await import(harness.href)).globalSetup();
}
