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

/** Why the lines that are not payable are not; most lines are, and cost nothing here. */
type Reasons = Pick<Judgement, 'refusals' | 'holds'>;
const PAYABLE: Reasons = { refusals: [], holds: [] };

/** What a batch came to: the fen of every line in one array, and reasons only where there are any. */
export class Batch {
  constructor(
    private readonly amountsFen: Float64Array,
    private readonly reasons: ReadonlyMap<number, Reasons>,
    /** yuan that is payable */
    readonly amount: string,
  ) {}

  /** The decision on one line, by its place in the list. */
  line(index: number): BatchLine {
    const { refusals, holds } = this.reasons.get(index) ?? PAYABLE;
    return { status: statusOf({ refusals, holds }), amountFen: this.amountsFen[index] ?? 0, refusals, holds };
  }

  /** All decisions in the order of the list. */
  get lines(): readonly BatchLine[] {
    return Array.from(this.amountsFen, (_fen, index) => this.line(index));
  }
}

/**
 * Decides many trainees at once, by the same judgement as one, in whole fen. Takes checked facts; the explanation of a line comes from `traineeDecision`
 * on the same facts. Throws UNKNOWN_OCCUPATION, RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export function decideTrainees(book: RuleBook, trainees: readonly TraineeFacts[]): Batch {
  const readings = amountReadings(book);
  const isOfCell = isAmountOfCell(readings);
  const amountsFen = new Float64Array(trainees.length);
  const reasons = new Map<number, Reasons>();
  let total: Fen = 0;
  for (let index = 0; index < trainees.length; index += 1) {
    const facts = trainees[index] as TraineeFacts;
    const judgement = judgeTrainee(book, facts);
    if (judgement.refusals.length > 0 || judgement.holds.length > 0) {
      reasons.set(index, judgement);
      continue;
    }
    const amountFen = isOfCell ? judgement.cell.amountFen : workedOut(judgement, facts, readings);
    amountsFen[index] = amountFen;
    total = addFen(total, amountFen);
  }
  return new Batch(amountsFen, reasons, formatFen(total));
}

/** Whether every payable trainee of a cell is worth the cell's amount: so under the default readings. */
const isAmountOfCell = ({ payableHours, onlineHoursRate, rounding }: AmountReadings): boolean =>
  payableHours === 'REQUIRED_HOURS' && onlineHoursRate === 'FULL_RATE' && rounding !== 'PER_TRAINEE_DOWN';

const workedOut = ({ cell }: Judgement, { certifiedHours, onlineHours }: TraineeFacts, readings: AmountReadings): Fen =>
  lineAmount(cell, { headCount: 1, certifiedHours, onlineHours }, readings).amount;
