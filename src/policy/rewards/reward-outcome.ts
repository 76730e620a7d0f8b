import { ZERO } from '../../money/exact.js';
import { formatYuan } from '../../money/yuan.js';
import { type Bilingual, bilingual } from '../bilingual.js';
import type { Step } from '../explanation.js';
import type { Figure } from '../figure.js';

export type RewardStatus =
  | 'DETERMINED'
  | 'CONDITIONS_NOT_MET'
  | 'NEEDS_APPROVED_AMOUNT'
  | 'FLOOR_ONLY'
  | 'BELOW_FLOOR'
  | 'NEEDS_MONTHS'
  | 'NEEDS_RECOGNITION'
  | 'NO_AMOUNT_DEFINED'
  | 'NEEDS_STACKING_DECISION';

/** Why a reward is not granted, in the order of the answer. */
export const REWARD_REASONS = [
  'CONDITION_NOT_MET',
  'RANK_NOT_MET',
  'NOT_FULL_TIME',
  'NOT_IN_LIAONING',
  'FIRST_TRANCHE_MISSING',
  'TOO_LATE',
  'RECOGNISER_TOO_LOW',
] as const;
export type RewardReason = (typeof REWARD_REASONS)[number];

export const REWARD_REASON_TEXTS: Readonly<Record<RewardReason, Bilingual>> = {
  CONDITION_NOT_MET: bilingual('不满足该项条件', 'A condition of the item is not met'),
  RANK_NOT_MET: bilingual('高校排名未达到要求', 'The rank of the university is not good enough'),
  NOT_FULL_TIME: bilingual('不是全职从事博士后研究', 'The postdoctoral research is not full-time'),
  NOT_IN_LIAONING: bilingual('没有留辽或来辽工作', 'The person neither stays in nor comes to Liaoning'),
  FIRST_TRANCHE_MISSING: bilingual('没有获得首期经费', 'The first tranche was not received'),
  TOO_LATE: bilingual('认定日期超过期限', 'Recognised after the last day'),
  RECOGNISER_TOO_LOW: bilingual('认定单位低于省部级', 'Recognised below provincial or ministerial level'),
};

/** TRIGGER_OUTSIDE_PERIOD: the event that earns the reward lies outside the period of its notice (AMB-31). */
export const REWARD_NOTICE_TEXTS = {
  TRIGGER_OUTSIDE_PERIOD: bilingual(
    '触发事项的日期不在文件有效期内，是否适用须由有关部门决定',
    'The event that earns it lies outside the period of the notice: the departments must decide whether it counts',
  ),
} as const;
export type RewardNotice = keyof typeof REWARD_NOTICE_TEXTS;

/** What a reward question gives. Amounts are yuan texts; null means that the notice and the facts determine none. */
export interface RewardOutcome {
  readonly status: RewardStatus;
  readonly exactAmount: string | null;
  readonly minAmount: string | null;
  readonly maxAmount: string | null;
  readonly maxAmountPerMonth: string | null;
  readonly parts: readonly string[] | null;
  readonly isCapped: boolean | null;
  readonly deadline: string | null;
  /** the sum of stacked items, if all of them were granted together */
  readonly upperBound: string | null;
  readonly reasons: readonly RewardReason[];
  /** what people must look at besides: it changes no amount */
  readonly notices: readonly RewardNotice[];
}

/** An outcome with its figures and steps, before the rule wraps it. */
export interface RewardWorked {
  readonly outcome: RewardOutcome;
  readonly figures: readonly Figure[];
  readonly steps: readonly Step[];
}

const EMPTY: RewardOutcome = {
  status: 'DETERMINED',
  exactAmount: null,
  minAmount: null,
  maxAmount: null,
  maxAmountPerMonth: null,
  parts: null,
  isCapped: null,
  deadline: null,
  upperBound: null,
  reasons: [],
  notices: [],
};

/** An outcome where everything that is not named is null. */
export const rewardOutcome = (known: Partial<RewardOutcome>): RewardOutcome => ({ ...EMPTY, ...known });

/** The outcome of a reward whose conditions fail: nothing, and why. */
export const notGranted = (reasons: readonly RewardReason[], known: Partial<RewardOutcome> = {}): RewardOutcome =>
  rewardOutcome({ ...known, status: 'CONDITIONS_NOT_MET', exactAmount: formatYuan(ZERO), reasons });
