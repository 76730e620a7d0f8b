import { arithmetic } from '../../src/policy/arithmetic.js';
import { type Receipt } from '../../src/policy/receipt.js';
import { subsidyEstimate } from '../../src/policy/subsidy-estimate.js';
import type { RuleDesk } from '../../src/operations/rule-desk.js';
import { desk } from './harness.js';

/** Two lines, one by its Chinese name, so that the text holds more than ASCII. */
export const ESTIMATE = {
  region: '沈阳',
  lines: [
    { occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 20 },
    { occupation: '人工智能', level: 'SENIOR', headCount: 3 },
  ],
} as const;

export const estimateReceipt = (rules: RuleDesk = desk, knownAt: string | null = null): Receipt =>
  rules.answer(subsidyEstimate, ESTIMATE, knownAt).receipt;

/** The smallest receipt there is. */
export const smallReceipt = (rules: RuleDesk = desk): Receipt => rules.answer(arithmetic, { round: '1.005' }).receipt;
