import { z } from 'zod';
import { documentNumber, expects, flag, listOf, MAX_HEADS, nameText, noteText, optional, wholeNumber } from '../../policy/input.js';
import { regionOf } from '../../policy/regions.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Operation } from '../acting/act.js';
import { propose } from '../governance/propose.js';
import { bookOfYear } from './quota-year.js';

const FIRST_YEAR = 2023;
const LAST_YEAR = 2099;
const LINES_MAX = 30;
const NOT_ZERO = expects('应为不等于 0 的整数', 'a whole number other than 0');

const line = z.strictObject({ region: nameText, by: wholeNumber(-MAX_HEADS, MAX_HEADS).refine((by) => by !== 0, NOT_ZERO) });
const input = z.strictObject({
  year: wholeNumber(FIRST_YEAR, LAST_YEAR),
  changes: listOf(line, LINES_MAX),
  changesTotal: optional(flag),
  reason: noteText,
  documentNumber,
});

/**
 * Proposes to move places of a year between regions; they move when another person approves. The total stays, unless the reading of Q50 and `changesTotal` both
 * allow a change. Throws UNKNOWN_REGION, RULE_NOT_IN_FORCE for a year before the notice.
 * Source: 辽人社发〔2023〕36号, 附件7; Q50
 */
export const adjustQuota: Operation<z.infer<typeof input>, ProposalRow> = {
  name: 'adjustQuota',
  input,
  run: async (act, { year, changes, changesTotal, reason, documentNumber: document }) => {
    const book = bookOfYear(act.desk, year);
    const lines = changes.map(({ region, by }, index) => ({ regionCode: regionOf(book, region, `changes[${index}].region`).code, by }));
    const payload = { kind: 'QUOTA_ADJUSTMENT', year, changes: lines, changesTotal: changesTotal ?? false, reason } as const;
    return propose(act, payload, { regionCode: null, documentNumber: document });
  },
};
