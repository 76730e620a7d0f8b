import { z } from 'zod';
import { greater, ZERO } from '../../money/exact.js';
import { exactFen } from '../../money/fen.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import { bilingual } from '../bilingual.js';
import { clauseCitation } from '../citations.js';
import { operand, type Step, step } from '../explanation.js';
import { expects, flag, optional, yuanText } from '../input.js';
import { amountReadings, lineAmount } from '../payable-amount.js';
import { readingOf } from '../readings.js';
import { type ReasonCode, reasonOf } from '../reasons.js';
import { type Rule, ruleVersion } from '../rule.js';
import type { RuleBook } from '../rule-book.js';
import { categoryNotices, type DecisionStatus, reasonSteps, statusOf } from '../trainee-decision.js';
import { judgeTrainee, traineeFacts } from '../trainee-judgement.js';

const verification = z.enum(['UNVERIFIED', 'VERIFIED', 'FAILED'], {
  error: expects('应为 UNVERIFIED、VERIFIED 或 FAILED', 'UNVERIFIED, VERIFIED or FAILED'),
});

const claimLineFacts = z.strictObject({
  trainee: traineeFacts,
  /** whether a written exception covers the online share */
  isOnlineExcepted: flag,
  isRealNameRegistered: flag,
  trainingVerification: optional(verification),
  levelVerification: optional(verification),
  /** what was paid for this trainee's training before, less what was recovered */
  paidBefore: yuanText,
});
export type ClaimLineFacts = z.infer<typeof claimLineFacts>;

/** What a claim line is worth, and why. */
export interface ClaimLineDecision {
  readonly status: DecisionStatus;
  /** yuan that the rules give for this training; 0.00 unless PAYABLE */
  readonly entitlement: string;
  readonly paidBefore: string;
  /** yuan to be paid now: the entitlement less what was paid before, never below 0.00 */
  readonly due: string;
  /** yuan once what holds it is cleared; null for a refusal */
  readonly dueIfCleared: string | null;
  readonly reasons: readonly ReasonCode[];
  readonly notices: readonly ReasonCode[];
  readonly occupation: string;
  readonly level: string;
}

/**
 * Whether a trainee in a claim is payable now and how much of it has not been paid yet. Beside what decides on any trainee it asks for the real-name registration and for verified
 * certificates. Judged by the rules of the filing day of the course run. Throws READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 四(二), 六(一); Q21, Q23
 */
export const claimLine: Rule<ClaimLineFacts, ClaimLineDecision> = {
  name: 'claimLine',
  version: '1',
  input: claimLineFacts,
  regionOf: ({ trainee }) => trainee.organisingRegion,
  regionField: 'trainee.organisingRegion',
  dayOf: ({ trainee }) => trainee.on,
  decide(book, facts) {
    const { trainee } = facts;
    const judged = judgeTrainee(book, trainee);
    const worth = lineAmount(
      judged.cell,
      { headCount: 1, certifiedHours: trainee.certifiedHours, onlineHours: trainee.onlineHours },
      amountReadings(book),
    );
    const entitled = exactFen(worth.amount);
    const isPaidInFull = yuan(facts.paidBefore).greaterThan(ZERO) && yuan(facts.paidBefore).greaterThanOrEqualTo(entitled);
    const refusals: readonly ReasonCode[] = [...judged.refusals, ...(isPaidInFull ? PAID_IN_FULL : [])];
    const holds = refusals.length > 0 ? [] : [...judged.holds.filter((hold) => !isReleased(hold, facts)), ...claimHolds(book, facts)];
    const status = statusOf({ refusals, holds });
    const due = greater(entitled.minus(yuan(facts.paidBefore)), ZERO);
    const outcome: ClaimLineDecision = {
      status,
      entitlement: formatYuan(status === 'PAYABLE' ? entitled : ZERO),
      paidBefore: facts.paidBefore,
      due: formatYuan(status === 'PAYABLE' ? due : ZERO),
      dueIfCleared: status === 'NOT_PAYABLE' ? null : formatYuan(due),
      reasons: [...refusals, ...holds],
      notices: [...categoryNotices(book, trainee.fundingMode === 'SUBSIDISED'), ...realNameNotices(book, facts)],
      occupation: judged.cell.occupation.code,
      level: judged.cell.level,
    };
    return { outcome, explanation: lineStep(book, outcome, worth.step) };
  },
};

const isReleased = (hold: ReasonCode, { isOnlineExcepted }: ClaimLineFacts): boolean => hold === 'HOLD_ONLINE_SHARE' && isOnlineExcepted;

const PAID_IN_FULL: readonly ReasonCode[] = ['NOTHING_DUE'];

function claimHolds(book: RuleBook, facts: ClaimLineFacts): readonly ReasonCode[] {
  const holds: ReasonCode[] = [];
  if (!facts.isRealNameRegistered && readingOf(book, 'evidence.realName') === 'BLOCK') holds.push('REALNAME_MISSING');
  const isVerified = [facts.trainingVerification, facts.levelVerification].every((one) => one === null || one === 'VERIFIED');
  if (!isVerified && readingOf(book, 'evidence.verification') === 'MANUAL_REQUIRED') holds.push('CERTIFICATE_UNVERIFIED');
  return holds;
}

const realNameNotices = (book: RuleBook, { isRealNameRegistered }: ClaimLineFacts): readonly ReasonCode[] =>
  !isRealNameRegistered && readingOf(book, 'evidence.realName') !== 'BLOCK' ? ['REALNAME_MISSING'] : [];

function lineStep(book: RuleBook, outcome: ClaimLineDecision, worth: Step): Step {
  const version = ruleVersion(claimLine);
  return step({
    label: bilingual('申领一行：应付减已付', 'A claim line: the entitlement less what was paid'),
    rule: version,
    operands: [
      operand(bilingual('应付', 'Entitlement'), outcome.entitlement, 'CNY'),
      operand(bilingual('已付', 'Paid before'), outcome.paidBefore, 'CNY'),
    ],
    result: `${outcome.status} ${outcome.due}`,
    unit: 'DECISION',
    citations: [clauseCitation(book, 'LN2023-36/4.1.11'), clauseCitation(book, 'LN2023-36/4.1.13')],
    steps: [worth, ...reasonSteps(book, version, outcome.reasons.map(reasonOf))],
  });
}
