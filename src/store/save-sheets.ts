import { type DataSource, In, Not, type EntityManager } from 'typeorm';

import { measureRow } from './rows/measure-row.js';
import { openQuestionRow } from './rows/open-question-row.js';
import { seedFileRow } from './rows/seed-file-row.js';
import type { SeedFile, Seeds } from './seeds.js';

/**
 * Whether this database never saw a seed file.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const isFirstLoad = async (manager: EntityManager): Promise<boolean> => !(await manager.exists(seedFileRow));

/**
 * Whether the database was loaded from exactly these files, so that nothing has to be read again.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const isLoadedFrom = async (dataSource: DataSource, files: readonly SeedFile[]): Promise<boolean> => {
  const known = new Map((await dataSource.manager.find(seedFileRow)).map(({ path, sha256 }) => [path, sha256]));
  return known.size === files.length && files.every(({ path, sha256 }) => known.get(path) === sha256);
};

/**
 * Saves what is not dated: the notices' sheets, the open questions, and which bytes they were read from. A notice is
 * never removed, because closed rows go on citing it. Unchanged rows are not written.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const saveSheets = async (manager: EntityManager, seeds: Seeds, at: Date): Promise<void> => {
  const options = { skipUpdateIfNoValuesChanged: true };
  if (seeds.measures.length > 0) await manager.upsert(measureRow, [...seeds.measures], { ...options, conflictPaths: ['code'] });
  await manager.delete(openQuestionRow, { id: Not(In(seeds.openQuestions.map(({ id }) => id))) });
  if (seeds.openQuestions.length > 0)
    await manager.upsert(openQuestionRow, [...seeds.openQuestions], { ...options, conflictPaths: ['id'] });
  await saveFiles(manager, seeds, at);
};

const saveFiles = async (manager: EntityManager, { files }: Seeds, at: Date): Promise<void> => {
  await manager.delete(seedFileRow, { path: Not(In(files.map(({ path }) => path))) });
  const known = new Map((await manager.find(seedFileRow)).map(({ path, sha256 }) => [path, sha256]));
  const changed = files.filter(({ path, sha256 }) => known.get(path) !== sha256);
  if (changed.length === 0) return;
  await manager.upsert(
    seedFileRow,
    changed.map((file) => ({ ...file, loadedAt: at })),
    ['path'],
  );
};
