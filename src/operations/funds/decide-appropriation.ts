import { z } from 'zod';
import type { OperationName } from '../../policy/access/rights.js';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, noteText } from '../../policy/input.js';
import { refuseFunds } from '../../policy/refusals/funds.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { entryOfTransfer, freeDocument, lockAppropriation, updateAppropriation } from '../../store/appropriations.js';
import type { AppropriationCause, AppropriationRow } from '../../store/rows/appropriation-row.js';
import { type Act, type ActRecord, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { loadMoves, shortageOf } from './appropriation-moves.js';
import { moveFunds } from './move-funds.js';

const approval = z.strictObject({ appropriationId: idOf('Appropriation'), decidedOn: dayText });
const rejection = approval.extend({ reason: noteText });

/** The operation that records each cause. */
const RECORDED_BY: Readonly<Record<AppropriationCause, OperationName>> = {
  APPROPRIATION: 'recordAppropriation',
  OPENING: 'recordAppropriation',
  TOP_UP: 'recordAppropriation',
  CARRY_OVER: 'carryOverFunds',
  REVERSAL: 'reverseAppropriation',
};

/**
 * Approves what another person recorded, and moves the money in the same transaction: into the fund, on to the next year, or back out. Refuses what is no longer
 * available (FUNDS_SHORT, FUNDS_COMMITTED). Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 七(一)
 */
export const approveAppropriation: Operation<z.infer<typeof approval>, AppropriationRow> = {
  name: 'approveAppropriation',
  input: approval,
  run: async (act, { appropriationId, decidedOn }) => {
    const { manager, actor } = act;
    const row = await openAppropriation(act, appropriationId, decidedOn);
    const obstacle = mayDecide(act, row, decidedOn, 'approveAppropriation');
    if (obstacle !== null) return refused(obstacle);
    const reversed = row.reversesId === null ? null : await lockAppropriation(manager, act.reach, row.reversesId);
    const { funds, requests } = await loadMoves(act, row, reversed);
    const moved = await moveFunds(act, funds, requests);
    if (moved.kind === 'short') return refused(await shortageOf(act, row, 'appropriationId', moved.shortage));
    const transferId = moved.transfers[0]?.id ?? null;
    const changes = { status: 'APPROVED', decidedBy: actor.person, decidedOn, transferId } as const;
    await updateAppropriation(manager, row.id, changes);
    const reversalOf = reversed === null ? null : await takeBack(act, reversed);
    const done = { ...row, ...changes };
    return { kind: 'done', done, record: recordOf(done, reversalOf) };
  },
};

/**
 * Rejects what another person, or the same one, recorded, with its reason; no money moves and the document may be recorded anew. Throws NOT_FOUND.
 * Source: our design, docs/decisions/0017-payees-and-funds.md
 */
export const rejectAppropriation: Operation<z.infer<typeof rejection>, AppropriationRow> = {
  name: 'rejectAppropriation',
  input: rejection,
  run: async (act, { appropriationId, decidedOn, reason: decisionNote }) => {
    const row = await openAppropriation(act, appropriationId, decidedOn);
    const obstacle = mayDecide(act, row, decidedOn, 'rejectAppropriation');
    if (obstacle !== null) return refused(obstacle);
    const changes = { status: 'REJECTED', decidedBy: act.actor.person, decidedOn, decisionNote } as const;
    await updateAppropriation(act.manager, row.id, changes);
    await freeDocument(act.manager, row.id);
    const done = { ...row, ...changes };
    return { kind: 'done', done, record: recordOf(done, null) };
  },
};

async function openAppropriation({ manager, reach, today }: Act, id: string, decidedOn: string): Promise<AppropriationRow> {
  notAfterClock(decidedOn, today, 'decidedOn');
  const row = await lockAppropriation(manager, reach, id);
  if (row === null) throw notFound('appropriationId', '资金记录', 'appropriation');
  return row;
}

function mayDecide({ actor }: Act, row: AppropriationRow, on: string, act: OperationName): Refusal | null {
  const { status, recordedBy, recordedOn, cause } = row;
  if (status !== 'PROPOSED') return refuseFunds('APPROPRIATION_STATUS', 'appropriationId', { found: status, expected: ['PROPOSED'] });
  if (act === 'approveAppropriation' && recordedBy === actor.person)
    return refuseFunds('SAME_PERSON', null, { act, earlierAct: RECORDED_BY[cause] });
  return on < recordedOn ? refuseFunds('NOT_BEFORE', 'decidedOn', { on, before: recordedOn }) : null;
}

/** What is taken back no longer counts, and its document may be recorded anew with what it should have said. Gives the entry of the act that is taken back. */
async function takeBack({ manager }: Act, { id, transferId }: AppropriationRow): Promise<string | null> {
  await updateAppropriation(manager, id, { status: 'REVERSED' });
  await freeDocument(manager, id);
  return transferId === null ? null : entryOfTransfer(manager, transferId);
}

const recordOf = (row: AppropriationRow, reversalOf: string | null): ActRecord => {
  const { id, regionCode, fund, year, cause, amount, status, documentNumber, decidedOn, decisionNote } = row;
  return {
    region: regionCode,
    subjects: [id, ...(row.reversesId === null ? [] : [row.reversesId])].map((one) => ({ type: 'Appropriation', id: one })),
    clauses: ['LN2023-36/4.1.14'],
    amounts: { [cause]: amount },
    approved: status === 'APPROVED' ? row.recordedBy : null,
    reversalOf,
    details: { status, fund, year, cause, documentNumber, decidedOn, decisionNote, transfer: row.transferId },
  };
};
