import type { DataSource, EntityManager } from 'typeorm';

/**
 * The number of the latest change to the rules in the database: another process may have made it.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export async function ruleRevision(store: DataSource | EntityManager): Promise<string> {
  const [row] = await store.query<{ readonly revision: string }[]>('SELECT revision FROM rule_revision');
  return row?.revision ?? '0';
}

/** Announces a change to the rules; it is seen when the transaction commits. */
export async function bumpRuleRevision(manager: EntityManager): Promise<void> {
  await manager.query('UPDATE rule_revision SET revision = revision + 1');
}
