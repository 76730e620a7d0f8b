import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

import type { DatabaseConfiguration } from './src/store/database-configuration.js';
import { isDamage, tooOld, unreachable } from './src/store/database-failure.js';
import { damaged } from './src/store/embedded/data-folder.js';
import { openEmbedded } from './src/store/embedded/embedded-data-source.js';
import { migrate } from './src/store/migrate.js';
import { RuleRows1764547200001 } from './src/store/migrations/0001-rule-rows.js';
import { LedgerAndAudit1764633600002 } from './src/store/migrations/0002-ledger-and-audit.js';
import { Training1764633600003 } from './src/store/migrations/0003-training.js';
import { Claims1764633600005 } from './src/store/migrations/0005-claims.js';
import { PayeesAndFunds1764633600004 } from './src/store/migrations/0004-payees-and-funds.js';
import { Payments1764633600006 } from './src/store/migrations/0006-payments.js';
import { Recoveries1764633600007 } from './src/store/migrations/0007-recoveries.js';
import { Quotes1764720000008 } from './src/store/migrations/0008-quotes.js';
import { entities } from './src/store/rows/entities.js';

const CONNECT_MS_MAX = 10_000;
const IDLE_IN_TRANSACTION_MS_MAX = 30_000;
const POOL_SIZE = 10;
const SERVER_VERSION_MIN = 150_000;
const OID_DATE = 1082;

/** What both databases share. A day stays the text that PostgreSQL writes: as a Date it would move with the time zone. */
const SHARED: Partial<DataSourceOptions> = {
  driver: pg,
  entities: [...entities],
  migrations: [
    RuleRows1764547200001,
    LedgerAndAudit1764633600002,
    Training1764633600003,
    PayeesAndFunds1764633600004,
    Claims1764633600005,
    Payments1764633600006,
    Recoveries1764633600007,
    Quotes1764720000008,
  ],
  synchronize: false,
  migrationsRun: false,
  installExtensions: false,
} as Partial<DataSourceOptions>;

const DAYS_AS_TEXT = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === OID_DATE ? (text: string) => text : pg.types.getTypeParser(oid, format ?? 'text'),
};

/**
 * The one data source of the service, connected and with its schema up to date: PostgreSQL when `url` is given, else
 * the embedded database in `dataFolder`. Destroy it to write everything down and give the folder back. Throws
 * StoreFailure: DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATA_FOLDER_IN_USE, DATA_FOLDER_DAMAGED, DATA_FOLDER_NOT_WRITABLE.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const createDataSource = async (database: DatabaseConfiguration): Promise<DataSource> =>
  database.url === null ? openFolder(database.dataFolder) : openServer(database.url, database.poolSize ?? POOL_SIZE);

const openFolder = async (folder: string): Promise<DataSource> => {
  const dataSource = await openEmbedded(folder, SHARED, { types: DAYS_AS_TEXT });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw isDamage(error) ? damaged(folder, String(error)) : error;
  }
};

const openServer = async (url: string, poolSize: number): Promise<DataSource> => {
  const dataSource = new DataSource({
    ...SHARED,
    type: 'postgres',
    url,
    poolSize,
    connectTimeoutMS: CONNECT_MS_MAX,
    applicationName: 'liaoning-training-subsidy',
    extra: {
      types: DAYS_AS_TEXT,
      options: '-c TimeZone=UTC -c DateStyle=ISO',
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS_MAX,
    },
  } as DataSourceOptions);
  await connect(dataSource, url);
  try {
    await refuseOldServer(dataSource, url);
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
};

const connect = async (dataSource: DataSource, url: string): Promise<void> => {
  try {
    await dataSource.initialize();
  } catch (error) {
    throw unreachable(url, error);
  }
};

const refuseOldServer = async (dataSource: DataSource, url: string): Promise<void> => {
  const [row] = await dataSource.query<{ number: string; text: string }[]>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
  );
  if (row === undefined || Number(row.number) < SERVER_VERSION_MIN) throw tooOld(url, row?.text ?? '?');
};
