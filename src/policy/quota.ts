import { bilingual } from './bilingual.js';
import type { Figure } from './figure.js';
import { Failure } from './failure.js';
import { type Region, regionOf, regionsOf } from './regions.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';
import { quotaModeOf } from './quota-mode.js';

export interface QuotaRow {
  readonly region: Region;
  /** persons per calendar year */
  readonly places: number;
  readonly figure: Figure;
}

/** The places of the fifteen regions in the order of Annex 7, for one calendar year (Q45). Source: 辽人社发〔2023〕36号, 附件7 */
export const quotaRowsOf = rememberedPerBook((book: RuleBook): readonly QuotaRow[] =>
  regionsOf(book).map((region) => {
    const figure = book.figure('QUOTA', region.code);
    return { region, places: parseInt(figure.value ?? '', 10), figure };
  }),
);

/** The places of all regions together. */
export const quotaTotal = (book: RuleBook): number => quotaRowsOf(book).reduce((sum, { places }) => sum + places, 0);

/** The row of one region. Throws UNKNOWN_REGION, RULE_NOT_IN_FORCE. */
export function quotaRow(book: RuleBook, codeOrName: string, field: string): QuotaRow {
  const { code } = regionOf(book, codeOrName, field);
  const row = quotaRowsOf(book).find(({ region }) => region.code === code);
  if (row === undefined)
    throw new Failure('UNKNOWN_REGION', bilingual(`${field}：附件7 没有该地区。`, `${field}: Annex 7 has no such region.`), field);
  return row;
}

/** Whether a region's places are a ceiling for subsidised reservations, or a target that may be passed (Q46). */
export const isCeiling = (book: RuleBook): boolean => quotaModeOf(book) === 'CAP';

/** The year's last day: the day whose rules decide a calendar year. */
export const lastDayOf = (year: number): string => `${year}-12-31`;
