import type { EntityManager } from 'typeorm';

/** Ends the known time of rule rows at an instant: the only change that a rule row ever sees. Source: our design, docs/decisions/0001-rules-as-dated-rows.md */
export async function closeRows(manager: EntityManager, tableName: string, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(`UPDATE "${tableName}" SET known = tstzrange(lower(known), $1::timestamptz) WHERE id = ANY($2::bigint[])`, [at, ids]);
}
