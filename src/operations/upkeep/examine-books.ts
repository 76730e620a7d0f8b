import type { DataSource } from 'typeorm';
import { type Bilingual, bilingual } from '../../policy/bilingual.js';
import { examineEvidence } from '../../store/examine-evidence.js';
import { ledgerYears, replayFromDatabase } from '../../store/ledger/replay-from-database.js';

/** One thing that is not as it must be. */
export interface Fault {
  readonly about: string;
  readonly text: Bilingual;
}

/**
 * Looks at the books as of one moment and gives everything that is not as it must be: counters that differ from a replay of the transfers, entries whose columns or queue
 * rows do not fit their bytes, requests without a reply. It changes nothing.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const examineBooks = (dataSource: DataSource): Promise<readonly Fault[]> =>
  dataSource.transaction('REPEATABLE READ', async (manager) => {
    const faults: Fault[] = [];
    for (const year of await ledgerYears(manager)) {
      const difference = await replayFromDatabase(manager, year);
      if (difference !== null) faults.push(ledgerFault(year, JSON.stringify(difference, inWords)));
    }
    for (const { about, zh, en } of await examineEvidence(manager)) faults.push({ about, text: bilingual(zh, en) });
    return faults;
  });

const inWords = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);

const ledgerFault = (year: number, found: string): Fault => ({
  about: `ledger ${year}`,
  text: bilingual(
    `${year} 年的账户余额与逐笔重算不一致：${found}`,
    `The counters of ${year} differ from a replay of the transfers: ${found}`,
  ),
});
