import type { z } from 'zod';
import { regionOf } from '../../policy/regions.js';
import type { AppropriationRow } from '../../store/rows/appropriation-row.js';
import type { Operation } from '../acting/act.js';
import { requireRegion } from '../acting/require-reach.js';
import { movedMoney } from './appropriation-input.js';
import { recordMoney } from './record-money.js';

/**
 * Records that money left of a fund goes on to the next year by a document; it moves once another person approves. Refuses more than is available. Throws UNKNOWN_REGION,
 * FORBIDDEN.
 * Source: our design, docs/decisions/0017-payees-and-funds.md
 */
export const carryOverFunds: Operation<z.infer<typeof movedMoney>, AppropriationRow> = {
  name: 'carryOverFunds',
  input: movedMoney,
  run: async (act, { region, note: reason, ...money }) => {
    const { code } = regionOf(act.desk.ruleBook({ on: money.recordedOn }), region, 'region');
    const regionCode = requireRegion(act.reach, code, 'region');
    return recordMoney(act, 'amount', { ...money, cause: 'CARRY_OVER', regionCode, reason, reversed: null });
  },
};
