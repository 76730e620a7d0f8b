import { rmSync } from 'node:fs';

import type { TestServices } from './global-setup.js';

/** Stops what the global set-up started. */
export const globalTeardown = async (): Promise<void> => {
  const services = (globalThis as typeof globalThis & { subsidyTestServices?: TestServices }).subsidyTestServices;
  if (services === undefined) return;
  await services.server.stop();
  rmSync(services.template, { recursive: true, force: true });
};
