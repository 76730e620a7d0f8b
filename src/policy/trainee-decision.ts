import { formatFen } from '../money/fen.js';
import { bilingual } from './bilingual.js';
import { isCategoryListConfirmed } from './category-list.js';
import { clauseCitation } from './citations.js';
import { operand, type Step, step } from './explanation.js';
import { amountReadings, lineAmount } from './payable-amount.js';
import { type Reason, type ReasonCode, reasonOf } from './reasons.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { judgeTrainee, type TraineeFacts, traineeFacts } from './trainee-judgement.js';

export type DecisionStatus = 'PAYABLE' | 'HOLD' | 'NOT_PAYABLE';

export interface TraineeDecision {
  readonly status: DecisionStatus;
  /** yuan; 0.00 unless PAYABLE */
  readonly amount: string;
  /** yuan that a HOLD is worth once it is cleared, or the amount itself; null for a refusal */
  readonly amountIfCleared: string | null;
  /** all refusals in order, or, where there is none, all holds */
  readonly reasons: readonly ReasonCode[];
  /** what the reader must know besides: the six categories are not confirmed */
  readonly notices: readonly ReasonCode[];
  readonly occupation: string;
  readonly level: string;
}

/**
 * Whether the training of one trainee is payable, with every reason and its clause; the amount goes to the training institution.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 五, 附件5
 */
export const traineeDecision: Rule<TraineeFacts, TraineeDecision> = {
  name: 'traineeDecision',
  version: '1',
  input: traineeFacts,
  regionOf: (facts) => facts.organisingRegion,
  regionField: 'organisingRegion',
  decide(book, facts) {
    const judgement = judgeTrainee(book, facts);
    const status = statusOf(judgement);
    const worth = lineAmount(
      judgement.cell,
      { headCount: 1, certifiedHours: facts.certifiedHours, onlineHours: facts.onlineHours },
      amountReadings(book),
    );
    const cleared = formatFen(worth.amount);
    const outcome: TraineeDecision = {
      status,
      amount: status === 'PAYABLE' ? cleared : formatFen(0),
      amountIfCleared: status === 'NOT_PAYABLE' ? null : cleared,
      reasons: [...judgement.refusals, ...judgement.holds],
      notices: categoryNotices(book, facts.fundingMode === 'SUBSIDISED'),
      occupation: judgement.cell.occupation.code,
      level: judgement.cell.level,
    };
    return { outcome, explanation: decisionStep(book, outcome, worth.step) };
  },
};

/** PAYABLE when nothing stands against it, HOLD when only holds do. */
export const statusOf = ({
  refusals,
  holds,
}: {
  readonly refusals: readonly ReasonCode[];
  readonly holds: readonly ReasonCode[];
}): DecisionStatus => (refusals.length > 0 ? 'NOT_PAYABLE' : holds.length > 0 ? 'HOLD' : 'PAYABLE');

/** The plain word that the six categories are placeholders, until two persons confirm them by a document (Q01). */
export const categoryNotices = (book: RuleBook, isSubsidised: boolean): readonly ReasonCode[] =>
  isSubsidised && !isCategoryListConfirmed(book) ? ['CATEGORY_LIST_UNCONFIRMED'] : [];

/** The steps that show each reason with its clause. */
export const reasonSteps = (book: RuleBook, rule: string, reasons: readonly Reason[]): readonly Step[] =>
  reasons.map((reason) =>
    step({ label: reason.text, rule, result: reason.code, unit: 'DECISION', citations: [clauseCitation(book, reason.clause)] }),
  );

function decisionStep(book: RuleBook, outcome: TraineeDecision, worth: Step): Step {
  const version = ruleVersion(traineeDecision);
  return step({
    label: bilingual('学员补贴判定', 'Decision on one trainee'),
    rule: version,
    operands: [operand(bilingual('满足条件时的金额', 'Amount if every condition holds'), worth.result, 'CNY')],
    result: `${outcome.status} ${outcome.amount}`,
    unit: 'DECISION',
    citations: [clauseCitation(book, 'LN2023-36/4.1.9'), clauseCitation(book, 'LN2023-36/4.1.11')],
    steps: [worth, ...reasonSteps(book, version, outcome.reasons.map(reasonOf))],
  });
}
