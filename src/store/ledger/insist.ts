import type { EntityManager } from 'typeorm';
import { invariant } from '../../money/invariant.js';

/**
 * Runs a statement that answers one `count`, of the rows that it wrote, and insists on it: fewer is a bug and stops the transaction.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const insist = async (manager: EntityManager, what: string, expected: number, sql: string, parameters: unknown[]): Promise<void> => {
  const [row] = await manager.query<{ count: number }[]>(sql, parameters);
  invariant(row?.count === expected, `${row?.count ?? 0} of ${expected} ${what}`);
};
