import { Field, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { RewardEstimate } from '../../policy/reward-estimate.js';
import { REWARD_NOTICE_TEXTS, REWARD_REASON_TEXTS, REWARD_REASONS, type RewardReason } from '../../policy/rewards/reward-outcome.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { BilingualTextType } from './bilingual-text.type.js';
import { RewardNoticeEnum, RewardReasonEnum, RewardStatusEnum } from './planning-enums.js';

@ObjectType('RewardReason', { ...described('不给予奖励的一个原因', 'One reason why a reward is not granted'), simpleResolvers: true })
export class RewardReasonType {
  @Field(() => RewardReasonEnum, described('代码', 'Code'))
  code!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;
}

@ObjectType('RewardNotice', {
  ...described('须由人判断的一点；不改变金额', 'A point for people to look at; it changes no amount'),
  simpleResolvers: true,
})
export class RewardNoticeType {
  @Field(() => RewardNoticeEnum, described('代码', 'Code'))
  code!: string;

  @Field(() => BilingualTextType, described('说明', 'In words'))
  text!: BilingualTextType;
}

@ObjectType('RewardEstimate', {
  implements: AnsweredType,
  ...described(
    '奖励测算；不作承诺。只有上限或下限时不得出金额',
    'A reward estimate; it promises nothing. A cap or a floor alone never gives an amount',
  ),
  simpleResolvers: true,
})
export class RewardEstimateType extends AnsweredType {
  @Field(() => String, {
    nullable: true,
    ...described('所问的项目；按条款或几个项目测算时为空', 'The item asked for; null for a clause or a stack'),
  })
  item!: string | null;

  @Field(() => RewardStatusEnum, described('结果', 'Result'))
  status!: string;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('确定的金额（元）；不能确定时为空', 'The amount determined (yuan); null where none is'),
  })
  exactAmount!: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('下限（元）', 'Floor (yuan)') })
  minAmount!: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('上限（元）', 'Cap (yuan)') })
  maxAmount!: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('每月上限（元），全部人数合计', 'Cap for one month (yuan), all persons together') })
  maxAmountPerMonth!: string | null;

  @Field(() => [MoneyCNY], { nullable: true, ...described('各部分金额（元）', 'The parts (yuan)') })
  parts!: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否按上限计；没有上限时为空', 'Whether the cap decided; null where there is no cap'),
  })
  isCapped!: boolean | null;

  @Field(() => CalendarDay, { nullable: true, ...described('最迟认定日期（含当日）', 'Last day of recognition, included') })
  deadline!: string | null;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described('几个项目如全部给予的合计（元），不是应得金额', 'The sum if all items were granted together (yuan); not an entitlement'),
  })
  upperBound!: string | null;

  @Field(() => [RewardReasonType], described('不给予奖励的原因', 'Why the reward is not granted'))
  reasons!: readonly RewardReasonType[];

  @Field(() => [String], described('所依据的条款，如 LN2024-251/3.b', 'The clauses that the answer rests on, such as LN2024-251/3.b'))
  clauses!: readonly string[];

  @Field(
    () => [String],
    described(
      '给出而该项用不到的事实：请核对是否填错了项',
      'Facts given that the item does not look at: check whether another fact or item was meant',
    ),
  )
  unusedFacts!: readonly string[];

  @Field(() => [RewardNoticeType], described('须由人判断之处', 'Points for people to look at'))
  notices!: RewardNoticeType[];
}

const shownReasons = new Map(REWARD_REASONS.map((code) => [code, { code, text: REWARD_REASON_TEXTS[code] }]));
const reasonShown = (code: RewardReason) => shownReasons.get(code) as RewardReasonType;

/** A reward estimate as the API shows it: reasons in words. */
export const rewardEstimateView = (answered: Answered<RewardEstimate>) =>
  answeredView(answered, {
    item: answered.item,
    status: answered.status,
    exactAmount: answered.exactAmount,
    minAmount: answered.minAmount,
    maxAmount: answered.maxAmount,
    maxAmountPerMonth: answered.maxAmountPerMonth,
    parts: answered.parts,
    isCapped: answered.isCapped,
    deadline: answered.deadline,
    upperBound: answered.upperBound,
    reasons: answered.reasons.map(reasonShown),
    clauses: answered.clauses,
    unusedFacts: answered.unusedFacts,
    notices: answered.notices.map((code) => ({ code, text: REWARD_NOTICE_TEXTS[code] })),
  });
