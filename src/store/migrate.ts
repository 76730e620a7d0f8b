import { MigrationExecutor, type DataSource } from 'typeorm';

/** Any fixed number, the same in every release: it names the lock that migrations and seeds are done under. */
export const START_UP_LOCK = 2_023_036;

/**
 * Brings the schema up to date, one process at a time: of two that start together the second waits and finds nothing
 * left to do. All pending migrations happen or none.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const migrate = async (dataSource: DataSource): Promise<void> => {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [START_UP_LOCK]);
    try {
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = 'all';
      await executor.executePendingMigrations();
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [START_UP_LOCK]);
    }
  } finally {
    await runner.release();
  }
};
