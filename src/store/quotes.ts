import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { quoteRow, type QuoteRow } from './rows/quote-row.js';
import { allOf, type Condition } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** A quote is the region's and the institution's that its question names. */
export const quoteWithin = (reach: Reach): Condition =>
  withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });

export const insertQuote = (manager: EntityManager, row: QuoteRow): Promise<void> => insertRows(manager, quoteRow, [row]);

/** The quotes within reach that a filter lets through, page by page. */
export const readQuotes = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<QuoteRow>> => readPage(manager, quoteRow, allOf(quoteWithin(reach), ...filter), page);
