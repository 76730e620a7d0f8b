import type { EntityManager, EntitySchema } from 'typeorm';
import type { Citation, Entry, Figure, Measure, Setting } from '../policy/figure.js';
import { type Period, without } from '../policy/period.js';
import { recordedDocument } from '../policy/recorded-document.js';
import { closeRows } from './close-rows.js';
import { insertRows } from './insert-rows.js';
import { START_UP_LOCK } from './migrate.js';
import { cutTo, givesWay, periodOf, WHOLE_LISTS } from './outside-recorded.js';
import { recordedInstant } from './recorded-instant.js';
import { rowFailure } from './row-failure.js';
import { entryToRow, figureToRow, rowToEntry, rowToFigure, rowToSetting, settingToRow } from './row-mapping.js';
import type { CitedRow, RowOrigin } from './rows/cited-row.js';
import { type EntryRow, entryRow } from './rows/entry-row.js';
import { type FigureRow, figureRow } from './rows/figure-row.js';
import { measureRow } from './rows/measure-row.js';
import type { InstantRange } from './rows/ranges.js';
import { type SettingRow, settingRow } from './rows/setting-row.js';
import { bumpRuleRevision } from './rule-revision.js';

/** One change to the rules at a time, a release included: taken before the rules are looked at, given back with the transaction. */
export async function lockRules(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [START_UP_LOCK]);
}

/** The document of a number: a notice that is known already, or its sheet recorded now. */
export async function documentOf(manager: EntityManager, documentNumber: string, today: string): Promise<Measure> {
  const known = await manager.findOneBy(measureRow, { number: documentNumber });
  if (known !== null) return known;
  const document = recordedDocument(documentNumber, today);
  await manager.createQueryBuilder().insert().into(measureRow).values(document).orIgnore().execute();
  return document;
}

interface Dated {
  readonly kind?: string;
  readonly key: string;
  readonly regionCode: string | null;
  readonly citation: Citation;
}

/** How the facts of a rule table are written and read. */
interface RuleTable<Row extends CitedRow, Fact extends Dated> {
  readonly schema: EntitySchema<Row>;
  readonly toRow: (fact: Fact, known: InstantRange, origin: RowOrigin) => Row;
  /** without the number of its document, which is the document's */
  readonly toFact: (row: Row) => Fact;
}

const NO_NUMBER = () => null;
const FIGURES: RuleTable<FigureRow, Figure> = {
  schema: figureRow,
  toRow: figureToRow,
  toFact: (row) => rowToFigure(row, NO_NUMBER),
};
const ENTRIES: RuleTable<EntryRow, Entry> = {
  schema: entryRow,
  toRow: entryToRow,
  toFact: (row) => rowToEntry(row, NO_NUMBER),
};
const SETTINGS: RuleTable<SettingRow, Setting> = {
  schema: settingRow,
  toRow: settingToRow,
  toFact: (row) => rowToSetting(row, NO_NUMBER),
};

/** Puts readings in force for the days of their citation. What held on those days is known until `at`, and holds on around them. */
export const recordSettings = (manager: EntityManager, settings: readonly Setting[], at: string): Promise<void> =>
  record(manager, SETTINGS, settings, at);

/** Puts list entries in force for the days of their citation; of a list that is replaced as a whole, every entry gives way. */
export const recordEntries = (manager: EntityManager, entries: readonly Entry[], at: string): Promise<void> =>
  record(manager, ENTRIES, entries, at);

/** Puts figures in force for the days of their citation, in the place of those of the same item and region. */
export const recordFigures = (manager: EntityManager, figures: readonly Figure[], at: string): Promise<void> =>
  record(manager, FIGURES, figures, at);

async function record<Row extends CitedRow, Fact extends Dated>(
  manager: EntityManager,
  table: RuleTable<Row, Fact>,
  facts: readonly Fact[],
  at: string,
): Promise<void> {
  const { tableName } = manager.connection.getMetadata(table.schema);
  const giving = await givingWay(manager, table, facts);
  const known = {
    from: await recordedInstant(
      manager,
      giving.flatMap(({ row }) => row.known.from ?? []),
      new Date(at),
    ),
    to: null,
  };
  await closeRows(
    manager,
    tableName,
    giving.flatMap(({ row }) => row.id ?? []),
    known.from,
  );
  const kept = giving.flatMap(({ row, left }) => cutTo(table.toFact(row), left).map((fact) => table.toRow(fact, known, row.origin)));
  const added = facts.map((fact) => table.toRow(fact, known, 'RECORDED'));
  try {
    await insertRows(manager, table.schema, [...kept, ...added]);
  } catch (error) {
    throw rowFailure(tableName, error);
  }
  await bumpRuleRevision(manager);
}

/** The open rows that share days and name with what comes, each with the days that are left to it. */
async function givingWay<Row extends CitedRow, Fact extends Dated>(
  manager: EntityManager,
  { schema, toFact }: RuleTable<Row, Fact>,
  facts: readonly Fact[],
): Promise<{ readonly row: Row; readonly left: readonly Period[] }[]> {
  const query = manager.createQueryBuilder(schema, 'row').where('upper_inf(row.known)');
  const kinds = [...new Set(facts.flatMap(({ kind }) => kind ?? []))];
  if (kinds.length > 0) query.andWhere('row.kind IN (:...kinds)', { kinds });
  if (!kinds.some((kind) => WHOLE_LISTS.includes(kind))) query.andWhere('row.key IN (:...keys)', { keys: facts.map(({ key }) => key) });
  const rows = await query.getMany();
  return rows.flatMap((row) => {
    const standing = toFact(row);
    const left = without(row.valid, ...facts.filter((fact) => givesWay(standing, fact)).map(periodOf));
    const isUntouched = left.length === 1 && left[0]?.from === row.valid.from && left[0]?.to === row.valid.to;
    return isUntouched ? [] : [{ row, left }];
  });
}
