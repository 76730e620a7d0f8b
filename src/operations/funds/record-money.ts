import { notAfterClock } from '../../policy/business-day.js';
import { refuseFunds } from '../../policy/refusals/funds.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { nextId } from '../../store/audit-log.js';
import { hasOpening, insertAppropriation } from '../../store/appropriations.js';
import type { AppropriationRow } from '../../store/rows/appropriation-row.js';
import { type Act, type Outcome, refused } from '../acting/act.js';
import { loadMoves, type Movable, shortageOf } from './appropriation-moves.js';
import { applyFunds } from './move-funds.js';

/** What somebody records: it moves nothing until another person approves. */
export interface RecordedMoney extends Movable, Pick<AppropriationRow, 'documentNumber' | 'reason' | 'recordedOn'> {
  /** what a reversal takes back */
  readonly reversed: AppropriationRow | null;
}

/**
 * Records money that a document brings, moves on or takes back, after the checks that its approval makes again. Refuses a document that stands already for the same
 * region, fund and cause, a second opening balance, and more than is available. Throws BAD_USER_INPUT for a day to come.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0017-payees-and-funds.md
 */
export async function recordMoney(act: Act, field: string, { reversed, ...money }: RecordedMoney): Promise<Outcome<AppropriationRow>> {
  const { manager, actor, today } = act;
  notAfterClock(money.recordedOn, today, 'recordedOn');
  const obstacle = await obstacleTo(act, field, money, reversed);
  if (obstacle !== null) return refused(obstacle);
  const row: AppropriationRow = {
    ...money,
    id: await nextId(manager, money.year),
    reversesId: reversed?.id ?? null,
    status: 'PROPOSED',
    recordedBy: actor.person,
    decidedBy: null,
    decidedOn: null,
    decisionNote: null,
    transferId: null,
  };
  const { regionCode, fund, cause, documentNumber, amount } = row;
  if (!(await insertAppropriation(manager, row)))
    return refused(refuseFunds('DOCUMENT_RECORDED', 'documentNumber', { region: regionCode, fund, cause, document: documentNumber }));
  const details = { fund, year: row.year, cause, documentNumber, recordedOn: row.recordedOn, reverses: row.reversesId };
  const subjects = [row, ...(reversed === null ? [] : [reversed])].map(({ id }) => ({ type: 'Appropriation', id }));
  const record = { region: regionCode, subjects, clauses: ['LN2023-36/4.1.14'], amounts: { [cause]: amount }, details };
  return { kind: 'done', done: row, record };
}

async function obstacleTo(act: Act, field: string, money: Movable, reversed: AppropriationRow | null): Promise<Refusal | null> {
  const { funds, requests } = await loadMoves(act, money, reversed);
  if (money.cause === 'OPENING' && (await hasOpening(act.manager, money)))
    return refuseFunds('OPENING_RECORDED', 'cause', { region: money.regionCode, year: money.year, fund: money.fund });
  const applied = applyFunds(funds, requests, act.at);
  return applied.kind === 'short' ? shortageOf(act, money, field, applied.shortage) : null;
}
