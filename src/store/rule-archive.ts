import type { DataSource, EntityManager } from 'typeorm';

import type { Citation, Figure } from '../policy/figure.js';
import type { RuleArchive } from '../policy/rule-archive.js';
import { insertRows } from './insert-rows.js';
import { rowFailure } from './row-failure.js';
import { figureToRow, rowToEntry, rowToFigure, rowToSetting } from './row-mapping.js';
import { entryRow } from './rows/entry-row.js';
import { figureRow } from './rows/figure-row.js';
import { measureRow } from './rows/measure-row.js';
import { openQuestionRow } from './rows/open-question-row.js';
import { settingRow } from './rows/setting-row.js';

/**
 * Everything ever recorded, all versions, in an order that depends on the rows alone: kind, key, region, then the day
 * and the instant from which a row holds and was known. `knownFrom` and `knownTo` are ISO instants in UTC with
 * milliseconds. All tables are read as of one moment, or as the given transaction sees them.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const readRuleArchive = async (store: DataSource | EntityManager): Promise<RuleArchive> =>
  'manager' in store ? store.transaction('REPEATABLE READ', readArchive) : readArchive(store);

const readArchive = async (manager: EntityManager): Promise<RuleArchive> => {
  const measures = await manager.find(measureRow);
  const figures = await manager.find(figureRow);
  const entries = await manager.find(entryRow);
  const settings = await manager.find(settingRow);
  const openQuestions = await manager.find(openQuestionRow);
  const numbers = new Map(measures.map(({ code, number }) => [code, number]));
  const numberOf = (code: string): string | null => numbers.get(code) ?? null;
  return {
    measures: measures.toSorted((left, right) => compare(left.code, right.code)),
    figures: figures.map((row) => rowToFigure(row, numberOf)).sort(inOrder),
    entries: entries.map((row) => rowToEntry(row, numberOf)).sort(inOrder),
    settings: settings.map((row) => rowToSetting(row, numberOf)).sort(inOrder),
    openQuestions: openQuestions.toSorted((left, right) => compare(left.id, right.id)),
  };
};

type Ordered = { readonly kind?: string; readonly key: string; readonly regionCode: string | null; readonly citation: Citation };

const inOrder = (left: Ordered, right: Ordered): number => {
  const leftParts = orderOf(left);
  const rightParts = orderOf(right);
  const index = leftParts.findIndex((part, position) => part !== rightParts[position]);
  return index === -1 ? 0 : compare(leftParts[index] ?? '', rightParts[index] ?? '');
};

/** An open start sorts before every day, as the empty text does. */
const orderOf = ({ kind, key, regionCode, citation }: Ordered): readonly string[] => [
  kind ?? '',
  key,
  regionCode ?? '',
  citation.validFrom ?? '',
  citation.knownFrom ?? '',
];

/** By code units: the database's collations differ from one installation to the next. */
const compare = (left: string, right: string): number => {
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/**
 * Records a figure that no seed file carries, such as a city's own standard with its own document, known from `at`. It
 * closes nothing: throws FIGURE_OVERLAPS naming the row when the same item and region already has one for a day of its
 * period, DOCUMENT_UNKNOWN when its document is not recorded, FIGURE_INVALID when the database refuses its value.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const recordFigure = async (store: DataSource | EntityManager, figure: Figure, at: Date): Promise<void> => {
  const row = figureToRow(figure, { from: at.toISOString(), to: null }, 'RECORDED');
  const manager = 'manager' in store ? store.manager : store;
  try {
    await insertRows(manager, figureRow, [row]);
  } catch (error) {
    throw rowFailure(`${figure.kind} ${figure.key} ${figure.regionCode ?? ''}`.trim(), error);
  }
};
