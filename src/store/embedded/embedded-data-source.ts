import { DataSource, type DataSourceOptions } from 'typeorm';

import { openDataFolder } from './data-folder.js';
import { startEngine, type Engine } from './engine.js';
import type { FolderLock } from './folder-lock.js';

/**
 * A data source that owns its engine and its folder: destroying it writes everything down and gives the folder back.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export class EmbeddedDataSource extends DataSource {
  constructor(
    options: DataSourceOptions,
    private readonly engine: Engine,
    private readonly lock: FolderLock,
  ) {
    super(options);
  }

  override async destroy(): Promise<void> {
    if (this.isInitialized) await super.destroy();
    await this.engine.close();
    this.lock.release();
  }
}

/** Waiting longer than this for the only connection is a request that holds one and asks for a second. */
const CONNECT_MS_MAX = 15_000;

/**
 * A data source, not yet initialised, on the embedded database in the folder. pg believes that it speaks through a
 * socket: one connection, never replaced while idle. Throws the StoreFailures of the data folder.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const openEmbedded = async (
  folder: string,
  shared: Partial<DataSourceOptions>,
  client: Readonly<Record<string, unknown>>,
): Promise<EmbeddedDataSource> => {
  const { databaseFolder, lock } = await openDataFolder(folder);
  try {
    const engine = await startEngine(databaseFolder);
    const options = {
      ...shared,
      type: 'postgres',
      host: 'embedded',
      username: 'postgres',
      database: 'postgres',
      ssl: false,
      poolSize: 1,
      connectTimeoutMS: CONNECT_MS_MAX,
      extra: { ...client, stream: () => engine.openStream(), idleTimeoutMillis: 0 },
    } as DataSourceOptions;
    return new EmbeddedDataSource(options, engine, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
};
