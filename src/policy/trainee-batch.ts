import { addFen, type Fen, formatFen } from '../money/fen.js';
import type { Hold, Refusal } from './reasons.js';
import { invariant } from '../money/invariant.js';
import { amountReadings } from './payable-amount.js';
import type { RuleBook } from './rule-book.js';
import { type DecisionStatus, statusOf } from './trainee-decision.js';
import { judgeTrainee, type TraineeFacts } from './trainee-judgement.js';

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
 * Decides many trainees at once, by the same judgement as one, in whole fen. Takes checked facts; explanations come from `traineeDecision` on request.
 * Serves the readings under which the amount is that of the tariff cell, and says so when they were changed.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export function decideTrainees(book: RuleBook, trainees: readonly TraineeFacts[]): Batch {
  const { payableHours, onlineHoursRate } = amountReadings(book);
  invariant(payableHours === 'REQUIRED_HOURS' && onlineHoursRate === 'FULL_RATE', 'a batch pays the required hours at the full rate');
  let total: Fen = 0;
  const lines = trainees.map((facts): BatchLine => {
    const judgement = judgeTrainee(book, facts);
    const status = statusOf(judgement);
    const amountFen = status === 'PAYABLE' ? judgement.cell.amountFen : 0;
    total = addFen(total, amountFen);
    return { status, amountFen, refusals: judgement.refusals, holds: judgement.holds };
  });
  return { lines, amount: formatFen(total) };
}
