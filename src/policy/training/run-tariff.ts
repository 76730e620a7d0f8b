import { formatFen } from '../../money/fen.js';
import type { Step } from '../explanation.js';
import type { Figure } from '../figure.js';
import { amountReadings, lineAmount } from '../payable-amount.js';
import type { RuleBook } from '../rule-book.js';
import { tariffCell } from '../tariff.js';
import type { SupervisedRun } from './supervised-run.js';

/** What one trainee of a course run is worth once all conditions are met. */
export interface RunTariff {
  /** yuan, two decimals */
  readonly amount: string;
  readonly requiredHours: Figure;
  readonly hourlyRate: Figure;
  readonly explanation: Step;
}

/**
 * The subsidy per trainee of a course run by the rules of its filing day and region, so that a rate of a later day changes nothing for it; null for a market run, which has
 * none. Throws RULE_NOT_IN_FORCE, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 附件5
 */
export function runTariff(filing: RuleBook, run: SupervisedRun): RunTariff | null {
  if (run.fundingMode === 'MARKET') return null;
  const cell = tariffCell(filing, run.occupationCode, run.level, 'occupation');
  const facts = { headCount: 1, certifiedHours: null, onlineHours: run.onlineHours };
  const { perTrainee, step } = lineAmount(cell, facts, amountReadings(filing));
  return {
    amount: formatFen(perTrainee),
    requiredHours: cell.requiredHours,
    hourlyRate: cell.hourlyRate,
    explanation: step.steps[0] ?? step,
  };
}
