import { z } from 'zod';
import { dayText, documentNumber, noteText } from '../../policy/input.js';
import { refuseFunds } from '../../policy/refusals/funds.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { hasOpenReversal, lockAppropriation } from '../../store/appropriations.js';
import type { AppropriationRow } from '../../store/rows/appropriation-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { recordMoney } from './record-money.js';

const input = z.strictObject({ appropriationId: idOf('Appropriation'), documentNumber, reason: noteText, recordedOn: dayText });

/**
 * Records that an approved appropriation, or a carry-over, is to be taken back whole by a document; it is once another person approves. Refuses where what is committed or
 * paid would no longer be covered. Throws NOT_FOUND.
 * Source: our design, docs/decisions/0017-payees-and-funds.md
 */
export const reverseAppropriation: Operation<z.infer<typeof input>, AppropriationRow> = {
  name: 'reverseAppropriation',
  input,
  run: async (act, { appropriationId, ...asked }) => {
    const reversed = await lockAppropriation(act.manager, act.reach, appropriationId);
    if (reversed === null) throw notFound('appropriationId', '资金记录', 'appropriation');
    const obstacle = await obstacleTo(act, reversed, asked.recordedOn);
    if (obstacle !== null) return refused(obstacle);
    const { year, regionCode, fund, amount } = reversed;
    return recordMoney(act, 'appropriationId', { ...asked, year, regionCode, fund, amount, cause: 'REVERSAL', reversed });
  },
};

async function obstacleTo({ manager }: Act, reversed: AppropriationRow, on: string): Promise<Refusal | null> {
  const { status, cause, decidedOn } = reversed;
  if (cause === 'REVERSAL') return refuseFunds('NOT_REVERSIBLE', 'appropriationId');
  if (status !== 'APPROVED') return refuseFunds('APPROPRIATION_STATUS', 'appropriationId', { found: status, expected: ['APPROVED'] });
  if (decidedOn !== null && on < decidedOn) return refuseFunds('NOT_BEFORE', 'recordedOn', { on, before: decidedOn });
  return (await hasOpenReversal(manager, reversed)) ? refuseFunds('REVERSAL_OPEN', 'appropriationId') : null;
}
