import { z } from 'zod';
import { expects } from '../../policy/input.js';
import { readingOf } from '../../policy/readings.js';
import { regionOf } from '../../policy/regions.js';
import type { AppropriationRow } from '../../store/rows/appropriation-row.js';
import type { Operation } from '../acting/act.js';
import { requireRegion } from '../acting/require-reach.js';
import { movedMoney } from './appropriation-input.js';
import { recordMoney } from './record-money.js';

const CAUSE_EXPECTED = expects('应为 OPENING、APPROPRIATION 或 TOP_UP', 'OPENING, APPROPRIATION or TOP_UP');
const input = movedMoney.extend({ cause: z.enum(['OPENING', 'APPROPRIATION', 'TOP_UP'], { error: CAUSE_EXPECTED }) });

/**
 * Records what a document brings into a fund of the region: the opening balance, an appropriation or a top-up; it is in the fund once another person approves.
 * The balance is entered by the city's finance bureau (Q34); READING_NOT_COMPUTED where another reading is in force. Throws UNKNOWN_REGION, FORBIDDEN.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q34
 */
export const recordAppropriation: Operation<z.infer<typeof input>, AppropriationRow> = {
  name: 'recordAppropriation',
  input,
  run: async (act, { region, note: reason, ...money }) => {
    const { desk, reach } = act;
    const regionCode = requireRegion(reach, regionOf(desk.ruleBook({ on: money.recordedOn }), region, 'region').code, 'region');
    if (money.cause === 'OPENING') readingOf(desk.ruleBook({ on: money.recordedOn, region: regionCode }), 'fund.balanceSource');
    return recordMoney(act, 'amount', { ...money, regionCode, reason, reversed: null });
  },
};
