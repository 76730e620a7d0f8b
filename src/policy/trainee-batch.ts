import { addFen, type Fen, formatFen } from '../money/fen.js';
import { type AmountReadings, amountReadings, lineAmount } from './payable-amount.js';
import type { Hold, Refusal } from './reasons.js';
import type { RuleBook } from './rule-book.js';
import { type DecisionStatus, statusOf } from './trainee-decision.js';
import { type Judgement, judgeTrainee, type TraineeFacts } from './trainee-judgement.js';

export interface BatchLine {
  readonly status: DecisionStatus;
  /** whole fen; 0 unless PAYABLE */
  readonly amountFen: Fen;
  readonly refusals: readonly Refusal[];
  readonly holds: readonly Hold[];
}

export interface Batch {
  readonly lines: readonly BatchLine[];
  /** yuan */
  readonly amount: string;
}

/**
 * Decides many trainees at once, by the same judgement as one, in whole fen. Takes checked facts; the explanation of a line comes from `traineeDecision`
 * on the same facts. Throws UNKNOWN_OCCUPATION, RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export function decideTrainees(book: RuleBook, trainees: readonly TraineeFacts[]): Batch {
  const readings = amountReadings(book);
  const isOfCell = isAmountOfCell(readings);
  let total: Fen = 0;
  const lines = trainees.map((facts): BatchLine => {
    const judgement = judgeTrainee(book, facts);
    const status = statusOf(judgement);
    const amountFen = status !== 'PAYABLE' ? 0 : isOfCell ? judgement.cell.amountFen : workedOut(judgement, facts, readings);
    total = addFen(total, amountFen);
    return { status, amountFen, refusals: judgement.refusals, holds: judgement.holds };
  });
  return { lines, amount: formatFen(total) };
}

/** Whether every payable trainee of a cell is worth the cell's amount: so under the default readings. */
const isAmountOfCell = ({ payableHours, onlineHoursRate, rounding }: AmountReadings): boolean =>
  payableHours === 'REQUIRED_HOURS' && onlineHoursRate === 'FULL_RATE' && rounding !== 'PER_TRAINEE_DOWN';

const workedOut = ({ cell }: Judgement, { certifiedHours, onlineHours }: TraineeFacts, readings: AmountReadings): Fen =>
  lineAmount(cell, { headCount: 1, certifiedHours, onlineHours }, readings).amount;
