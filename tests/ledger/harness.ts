import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pure layer as it is loaded: the one of the service, or a copy of it with a bug. */
export type Ledger = typeof import('../../src/ledger/account.js') &
  typeof import('../../src/ledger/apply-transfers.js') &
  typeof import('../../src/ledger/counted-persons.js') &
  typeof import('../../src/ledger/idempotency.js') &
  typeof import('../../src/ledger/ledger-book.js') &
  typeof import('../../src/ledger/number-transfers.js') &
  typeof import('../../src/ledger/place-accounts.js') &
  typeof import('../../src/ledger/places.js') &
  typeof import('../../src/ledger/quota-usage.js') &
  typeof import('../../src/ledger/replay.js');

const FILES = [
  'account',
  'apply-transfers',
  'counted-persons',
  'idempotency',
  'ledger-book',
  'number-transfers',
  'place-accounts',
  'places',
  'quota-usage',
  'replay',
];

/** The compiled layer of the service. */
export const COMPILED = fileURLToPath(new URL('../../src/', import.meta.url));

/** Loads a compiled pure layer from the folder that holds `ledger/` and what it imports. */
export const loadLedger = async (folder: string = COMPILED): Promise<Ledger> => {
  const modules: object[] = [];
  for (const file of FILES) modules.push((await import(join(folder, 'ledger', `${file}.js`))) as object);
  return Object.assign({}, ...modules) as Ledger;
};

/** The instant so many hours after the first of January. */
export const instantOf = (hours: number): string => new Date(Date.UTC(2024, 0, 1, hours)).toISOString();
