import { publishedEnum } from './enums.js';

export const FundingModeEnum = publishedEnum('FundingMode', '培训的经费方式', 'How a training is funded', {
  SUBSIDISED: ['政府补贴培训', 'Subsidised training'],
  MARKET: ['市场化培训，不享受补贴', 'Market-funded training, which carries no subsidy'],
});

export const ViolationScopeEnum = publishedEnum('ViolationScope', '违规认定的范围', 'Whom a violation finding concerns', {
  PERSON: ['人员：只涉及个别学员', 'A person: single trainees only'],
  CLASS: ['班期：涉及整个班期', 'The whole course run'],
});

export const ParticipantKindEnum = publishedEnum('ParticipantKind', '培育对象的类别', 'The two kinds of persons who may attend', {
  WORKER: ['从业人员', 'Working people'],
  STUDENT: ['普通高校学生', 'Students of regular institutions of higher education'],
});

export const OnlineShareStatusEnum = publishedEnum(
  'OnlineShareStatus',
  '线上学时占比的判定',
  'Whether the online hours keep within their limit',
  {
    OK: ['未超过上限；恰好等于上限也算', 'Within the limit; exactly the limit is within it'],
    HOLD_ONLINE_SHARE: ['超过上限：暂缓，须有书面例外批准', 'Above the limit: on hold until a written exception is given'],
  },
);

export const FundSourceEnum = publishedEnum('FundSource', '补贴资金来源', 'The funds that subsidies are paid from', {
  SPECIAL_ACCOUNT: [
    '职业技能提升行动专账结余资金，优先使用',
    'Special-account balance of the Vocational Skills Upgrading Action, drawn first',
  ],
  EMPLOYMENT_SUBSIDY: ['就业补助资金，没有专账结余时列支', 'Employment subsidy fund, where no special-account balance is left'],
});

export const FundSplitMethodEnum = publishedEnum(
  'FundSplitMethod',
  '专账结余不足一笔时的拨付方式',
  'What happens when the special account covers only part of a payout',
  {
    WATERFALL: ['先用完专账结余，不足部分由就业补助资金列支', 'The special account pays what it has, the employment subsidy fund the rest'],
    STRICT_BINARY: ['不拆分：有结余但不足一笔时，该笔不予拨付', 'No splitting: a payout above a balance that is not used up is blocked'],
  },
);

export const FundSplitStatusEnum = publishedEnum('FundSplitStatus', '一笔拨付能否列支', 'Whether a payout finds its funds', {
  OK: ['可以列支', 'It does'],
  BLOCKED_SURPLUS_INSUFFICIENT: [
    '不予拨付：专账结余不足一笔，又不得拆分',
    'Blocked: the special-account balance is too small and may not be topped up',
  ],
});
