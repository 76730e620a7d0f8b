import type { EntityManager } from 'typeorm';

/**
 * The instant from which a change to the rules is known: `at`, unless the clock stands behind what is already recorded, or at the very instant from which a row
 * that closes was known. Recorded time never runs backwards, and no row was known for no time at all. ISO, UTC.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export async function recordedInstant(manager: EntityManager, closingKnownFrom: readonly string[], at: Date): Promise<string> {
  const [row] = await manager.query<{ latest: Date | null }[]>(
    `SELECT max(upper(known)) AS latest FROM (SELECT known FROM figure UNION ALL SELECT known FROM entry UNION ALL SELECT known FROM setting) AS rows`,
  );
  const afterStarts = closingKnownFrom.map((from) => new Date(from).getTime() + 1);
  const instant = afterStarts.reduce((latest, next) => Math.max(latest, next), Math.max(at.getTime(), row?.latest?.getTime() ?? 0));
  return new Date(instant).toISOString();
}
