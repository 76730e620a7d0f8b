import type { EntityManager } from 'typeorm';
import { invariant } from '../money/invariant.js';

/**
 * The next ids of many facts in one statement, one for each fiscal year given, in their order.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function nextIds(manager: EntityManager, years: readonly number[]): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly id: string; readonly place: number }[]>(
    'SELECT asked.place::int AS place, next_id(asked.year) AS id FROM unnest($1::int[]) WITH ORDINALITY AS asked(year, place)',
    [years],
  );
  invariant(rows.length === years.length, `${rows.length} ids for ${years.length} facts`);
  return rows.sort((a, b) => a.place - b.place).map(({ id }) => id);
}
