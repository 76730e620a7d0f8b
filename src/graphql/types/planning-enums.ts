import type { Arithmetic } from '../../policy/arithmetic.js';
import type { QuotaAttempt, QuotaCheck } from '../../policy/quota-check.js';
import type { QuotaCompletion } from '../../policy/quota-completion.js';
import type { QuotaTransferCheck } from '../../policy/quota-transfer-check.js';
import {
  REWARD_NOTICE_TEXTS,
  REWARD_REASON_TEXTS,
  REWARD_REASONS,
  type RewardNotice,
  type RewardReason,
  type RewardStatus,
} from '../../policy/rewards/reward-outcome.js';
import { publishedEnum } from './enums.js';

export const QuotaModeEnum = publishedEnum<QuotaCheck['mode']>('QuotaMode', '名额如何约束', 'How the places of a region bind', {
  CAP: ['上限：政府补贴培训不得超过名额', 'A ceiling: subsidised training may not pass the places'],
  TARGET: ['目标：可以超过名额', 'A target: it may be passed'],
});

export const QuotaAttemptStatusEnum = publishedEnum<QuotaAttempt['status']>(
  'QuotaAttemptStatus',
  '名额核对结果',
  'Whether the places asked for fit',
  {
    OK: ['名额够用', 'They fit'],
    QUOTA_EXCEEDED: ['超过名额', 'They exceed the quota'],
  },
);

export const QuotaTransferStatusEnum = publishedEnum<QuotaTransferCheck['status']>(
  'QuotaTransferStatus',
  '名额调整结果',
  'Whether places may be moved',
  {
    OK: ['可以调整', 'They may be moved'],
    REJECTED_NEGATIVE: ['调出地区名额不足', 'The giving region has fewer places'],
    REJECTED_RESERVED: ['调整后少于调出地区已占用的名额', 'Fewer would be left than the giving region holds reserved'],
  },
);

export const QuotaCompletionStatusEnum = publishedEnum<QuotaCompletion['status']>(
  'QuotaCompletionStatus',
  '计划完成情况',
  'Whether the plan of a region is completed',
  {
    COMPLETED: ['已完成', 'Completed'],
    OPEN: ['未完成', 'Not yet completed'],
  },
);

export const ArithmeticOperationEnum = publishedEnum<Arithmetic['operation']>('ArithmeticOperation', '所做的运算', 'What was worked out', {
  SUM: ['求和，合计后四舍五入到分一次', 'A sum, rounded once at its end'],
  OVERRIDE: ['在标准上加减百分比', 'A percentage on top of the tariff'],
  ROUND: ['四舍五入到分', 'Rounding to the fen'],
  SPLIT_EQUALLY: ['等分，不丢一分', 'An equal split that loses no fen'],
  TEN_THOUSAND_YUAN: ['万元换算为元', 'Yuan from units of ten thousand yuan'],
});

export const RewardStatusEnum = publishedEnum<RewardStatus>('RewardStatus', '奖励测算结果', 'What a reward question came to', {
  DETERMINED: ['金额已确定', 'The amount is determined'],
  CONDITIONS_NOT_MET: ['不满足条件，金额为 0.00', 'The conditions are not met; the amount is 0.00'],
  NEEDS_APPROVED_AMOUNT: ['只有上限，须有批准金额或批准标准', 'There is only a cap; an approved amount or rate is needed'],
  FLOOR_ONLY: ['只有下限，须有批准标准', 'There is only a floor; an approved rate is needed'],
  BELOW_FLOOR: ['批准标准低于下限', 'The approved rate is below the floor'],
  NEEDS_MONTHS: ['须填月数', 'The months are needed'],
  NEEDS_RECOGNITION: ['须有批准日期和成果认定日期', 'The days of approval and of recognition are needed'],
  NO_AMOUNT_DEFINED: ['文件未定金额', 'The notice defines no amount'],
  NEEDS_STACKING_DECISION: ['能否叠加文件未定，须由人决定', 'No clause says whether they add up; people decide'],
});

const rewardReasonMeanings = Object.fromEntries(
  REWARD_REASONS.map((code) => [code, [REWARD_REASON_TEXTS[code].zh, REWARD_REASON_TEXTS[code].en]]),
) as unknown as Record<RewardReason, readonly [zh: string, en: string]>;
export const RewardReasonEnum = publishedEnum<RewardReason>(
  'RewardReasonCode',
  '不给予奖励的原因',
  'Why a reward is not granted',
  rewardReasonMeanings,
);

const { TRIGGER_OUTSIDE_PERIOD } = REWARD_NOTICE_TEXTS;
export const RewardNoticeEnum = publishedEnum<RewardNotice>(
  'RewardNoticeCode',
  '奖励须由人判断之处',
  'A point about a reward for people to look at',
  {
    TRIGGER_OUTSIDE_PERIOD: [TRIGGER_OUTSIDE_PERIOD.zh, TRIGGER_OUTSIDE_PERIOD.en],
  },
);
