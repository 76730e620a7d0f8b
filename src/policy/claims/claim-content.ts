import { sumOf } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import { canonicalText, sha256 } from '../canonical.js';
import type { ReasonCode } from '../reasons.js';
import type { DecisionStatus } from '../trainee-decision.js';

/** One line of a claim as it stands. */
export interface StandingLine {
  readonly lineId: string;
  readonly enrolmentId: string;
  readonly leftOutReason: string | null;
  readonly status: DecisionStatus;
  readonly entitlement: string;
  /** yuan to be paid now: 0.00 for a line that is left out or not payable */
  readonly due: string;
  readonly reasons: readonly ReasonCode[];
  readonly receiptHash: string;
}

/** A claim's lines with what they come to. */
export interface ClaimContent {
  /** yuan due of all lines */
  readonly amount: string;
  readonly payableTrainees: number;
  /** SHA-256 over claim, version and lines: what a reviewer binds */
  readonly contentHash: string;
}

/**
 * What the lines of a claim come to, and the hash that an approval binds: it differs as soon as a line, an amount, a decision or the version does.
 * Source: our design, docs/decisions/0018-claims.md
 */
export function claimContent(claimId: string, version: number, lines: readonly StandingLine[]): ClaimContent {
  const payable = lines.filter(({ due }) => yuan(due).isPositive() && !yuan(due).isZero());
  return {
    amount: formatYuan(sumOf(payable.map(({ due }) => yuan(due)))),
    payableTrainees: payable.length,
    contentHash: sha256(canonicalText({ claimId, version, lines: lines.map(bound) })),
  };
}

const bound = ({ lineId, enrolmentId, leftOutReason, status, due, reasons, receiptHash }: StandingLine) => [
  lineId,
  enrolmentId,
  leftOutReason,
  status,
  due,
  reasons,
  receiptHash,
];
