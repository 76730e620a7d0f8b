import type { DataSource, EntityManager, EntitySchema } from 'typeorm';

import { closeRows } from './close-rows.js';
import { insertRows } from './insert-rows.js';
import { START_UP_LOCK } from './migrate.js';
import { rowFailure } from './row-failure.js';
import { entryToRow, figureToRow, settingToRow } from './row-mapping.js';
import type { CitedRow } from './rows/cited-row.js';
import { entryRow } from './rows/entry-row.js';
import { figureRow } from './rows/figure-row.js';
import type { InstantRange } from './rows/ranges.js';
import { settingRow } from './rows/setting-row.js';
import { outsideRecorded, recordedRows } from './outside-recorded.js';
import { recordedInstant } from './recorded-instant.js';
import { bumpRuleRevision } from './rule-revision.js';
import { isFirstLoad, saveSheets } from './save-sheets.js';
import type { Seeds } from './seeds.js';

/** What a load did to figures, entries and settings together. */
export interface SeedLoad {
  readonly inserted: number;
  readonly closed: number;
  readonly unchanged: number;
}

/**
 * Makes the database say what the seed files say: a row that changed is closed and its new version is known from `at`;
 * a row that is gone is closed; an unchanged row is not touched, so that a second load changes nothing. Rows of the
 * first load are known from their own `known_from`, because nothing was asked before. A reading or a list entry that two
 * persons recorded keeps its days: the seed row stands around them. One transaction, one process at a time. Throws
 * FIGURE_OVERLAPS when a figure recorded by hand stands where a seed figure belongs.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const loadSeeds = async (dataSource: DataSource, seeds: Seeds, at: Date): Promise<SeedLoad> =>
  dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [START_UP_LOCK]);
    const isFirst = await isFirstLoad(manager);
    await saveSheets(manager, seeds, at);
    const changes = [
      await compare(
        manager,
        figureRow,
        seeds.figures.map((figure) => figureToRow(figure, knownOf(figure), 'SEED')),
      ),
      await compare(
        manager,
        entryRow,
        outsideRecorded(seeds.entries, await recordedRows(manager, entryRow)).map((entry) => entryToRow(entry, knownOf(entry), 'SEED')),
      ),
      await compare(
        manager,
        settingRow,
        outsideRecorded(seeds.settings, await recordedRows(manager, settingRow)).map((setting) =>
          settingToRow(setting, knownOf(setting), 'SEED'),
        ),
      ),
    ];
    const closing = changes.flatMap(({ closedKnownFrom }) => closedKnownFrom);
    const learnedAt = await recordedInstant(manager, closing, at);
    for (const change of changes) await change.apply(isFirst, learnedAt);
    await bumpRuleRevision(manager);
    const total = (count: (change: Change) => number): number => changes.reduce((sum, change) => sum + count(change), 0);
    return {
      inserted: total((change) => change.insertedCount),
      closed: total((change) => change.closedIds.length),
      unchanged: total((change) => change.unchangedCount),
    };
  });

/** What has to happen to one table. */
interface Change {
  readonly closedIds: readonly string[];
  readonly closedKnownFrom: readonly string[];
  readonly insertedCount: number;
  readonly unchangedCount: number;
  apply(isFirst: boolean, learnedAt: string): Promise<void>;
}

const knownOf = (row: { readonly citation: { readonly knownFrom: string | null } }): InstantRange => ({
  from: row.citation.knownFrom,
  to: null,
});

const compare = async <Row extends CitedRow>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  wanted: readonly Row[],
): Promise<Change> => {
  const { tableName } = manager.connection.getMetadata(schema);
  const open = await manager
    .createQueryBuilder(schema, 'row')
    .select(['row.id', 'row.digest', 'row.known'])
    .where(`row.origin = 'SEED' AND upper_inf(row.known)`)
    .getMany();
  const wantedDigests = new Set(wanted.map(({ digest }) => digest));
  const openDigests = new Set(open.map(({ digest }) => digest));
  const closing = open.filter(({ digest }) => !wantedDigests.has(digest));
  const inserting = wanted.filter(({ digest }) => !openDigests.has(digest));
  const closedIds = closing.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return {
    closedIds,
    closedKnownFrom: closing.flatMap(({ known }) => (known.from === null ? [] : [known.from])),
    insertedCount: inserting.length,
    unchangedCount: wanted.length - inserting.length,
    apply: async (isFirst, learnedAt) => {
      await closeRows(manager, tableName, closedIds, learnedAt);
      const rows = isFirst ? inserting : inserting.map((row) => ({ ...row, known: notBefore(row.known, learnedAt) }));
      try {
        await insertRows(manager, schema, rows);
      } catch (error) {
        throw rowFailure(`seeds/${tableName}`, error);
      }
    },
  };
};

/** A later release cannot have been known before it was loaded: what was answered until then must stay answerable. */
const notBefore = (known: InstantRange, learnedAt: string): InstantRange => ({
  from: known.from === null || known.from < learnedAt ? learnedAt : known.from,
  to: null,
});
