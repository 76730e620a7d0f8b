import { type Pool, quotaAccount } from '../../ledger/place-accounts.js';
import { requireInForce, TRAINING_NOTICE } from '../../policy/citations.js';
import { lastDayOf, quotaRowsOf } from '../../policy/quota.js';
import { type QuotaMode, quotaModeOf, requireYearlyQuota } from '../../policy/quota-mode.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { RuleDesk } from '../rule-desk.js';

/** The rules that decide the places of a calendar year: those of its last day. Throws RULE_NOT_IN_FORCE, READING_NOT_COMPUTED. */
export function bookOfYear(desk: RuleDesk, year: number): RuleBook {
  const book = desk.ruleBook({ on: lastDayOf(year) });
  requireInForce(book, TRAINING_NOTICE);
  requireYearlyQuota(book);
  return book;
}

/** The places that Annex 7 gives the regions in a year, by region code in the order of the annex. Source: 辽人社发〔2023〕36号, 附件7 */
export const annexPlaces = (desk: RuleDesk, year: number): ReadonlyMap<string, number> =>
  new Map(quotaRowsOf(bookOfYear(desk, year)).map(({ region, places }) => [region.code, places]));

/** Whether a region's places of a year are a ceiling or a target: the reading in force for the region on the year's last day. Source: Q46 */
export const quotaModeIn = (desk: RuleDesk, { regionCode, year }: Pool): QuotaMode =>
  quotaModeOf(desk.ruleBook({ on: lastDayOf(year), region: regionCode }));

/** The accounts of pools whose limit is a target: holding and naming places may pass it. Source: Q46 */
export const targetAccounts = (desk: RuleDesk, pools: readonly Pool[]): readonly string[] =>
  pools.filter((pool) => quotaModeIn(desk, pool) === 'TARGET').map(quotaAccount);
