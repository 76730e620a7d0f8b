import type { DataSource, EntityManager } from 'typeorm';

import type { Figure } from '../policy/figure.js';
import { insertRows } from './insert-rows.js';
import { rowFailure } from './row-failure.js';
import { figureToRow } from './row-mapping.js';
import { figureRow } from './rows/figure-row.js';

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
