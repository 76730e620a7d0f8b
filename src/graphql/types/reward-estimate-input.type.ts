import { Field, InputType, Int } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Decimal, MoneyCNY } from '../scalars/scalars.js';

@InputType(
  'RewardEstimateInput',
  described(
    '奖励测算的输入；item、items、clause 只填一项，其余事实按项目需要填写',
    'What a reward is estimated for: exactly one of item, items and clause, and the facts that the item needs',
  ),
)
export class RewardEstimateInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described(
      '按哪一天的规则；不填为批准日期，再无则为今天',
      'The day whose rules apply; left out means the day of approval, else today',
    ),
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('一个项目，如 R-3B，或一组项目，如 R-5C', 'One item such as R-3B, or a group of items such as R-5C'),
  })
  item?: string | null;

  @Field(() => [String], {
    nullable: true,
    ...described('同一对象的几个项目，测算能否叠加', 'Several items of one subject, to be stacked'),
  })
  items?: string[] | null;

  @Field(() => String, {
    nullable: true,
    ...described('只提及而未定金额的条款，如 LN2023-36/6.8', 'A clause that names a reward without a figure, such as LN2023-36/6.8'),
  })
  clause?: string | null;

  @Field(() => Int, {
    nullable: true,
    ...described('数量（个、站、人、次）；不填为 1', 'Count of units, stations, persons or events; left out means one'),
  })
  count?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否满足该项的其他条件；不填视为满足', 'Whether the other conditions of the item are met; left out means yes'),
  })
  conditionsMet?: boolean | null;

  @Field(() => Int, { nullable: true, ...described('毕业高校全球排名（R-3E）', 'Global rank of the university (R-3E)') })
  rank?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否全职从事博士后研究（R-3E）；不填视为否', 'Whether the postdoctoral research is full-time (R-3E); left out means no'),
  })
  isFullTime?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否留辽或来辽工作（R-3E）；不填视为否', 'Whether the person stays in or comes to Liaoning (R-3E); left out means no'),
  })
  isInLiaoning?: boolean | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('批准金额（元）', 'Approved amount (yuan)') })
  approvedAmount?: string | null;

  @Field(() => [MoneyCNY], {
    nullable: true,
    ...described('各项目的批准金额（元，R-13C），逐个与上限比较', 'Approved amount of each project (yuan, R-13C), each capped by itself'),
  })
  approvedAmounts?: string[] | null;

  @Field(() => MoneyCNY, {
    nullable: true,
    ...described(
      '批准标准（元）：R-4C 每人每年，R-10B、R-10C 每人每月',
      'Approved rate (yuan): per person and year for R-4C, per person and month for R-10B and R-10C',
    ),
  })
  approvedRate?: string | null;

  @Field(() => Int, { nullable: true, ...described('人数；不填为 count', 'Persons; left out means count') })
  persons?: number | null;

  @Field(() => Int, { nullable: true, ...described('年数（R-4C），整年；不填为 1', 'Whole years (R-4C); left out means one') })
  years?: number | null;

  @Field(() => Decimal, {
    nullable: true,
    ...described(
      '月数（R-10B、R-10C）；不足一个月如何折算尚未规定（Q68）',
      'Months (R-10B, R-10C); how part of a month counts is not settled (Q68)',
    ),
  })
  months?: string | null;

  @Field(() => Int, { nullable: true, ...described('技师人数（R-5C）', 'Technicians (R-5C)') })
  technicians?: number | null;

  @Field(() => Int, {
    nullable: true,
    ...described('高级技师人数（R-5C），不再计入技师', 'Senior technicians (R-5C), not counted as technicians again'),
  })
  seniorTechnicians?: number | null;

  @Field(() => Int, {
    nullable: true,
    ...described('高级工人数（R-5C）；文件未定金额', 'Senior workers (R-5C); the notice has no figure for them'),
  })
  seniorWorkers?: number | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('批准的科研经费（元，R-6E）', 'Approved research funding (yuan, R-6E)') })
  researchAmount?: string | null;

  @Field(() => MoneyCNY, { nullable: true, ...described('批准的奖励（元，R-6E）', 'Approved reward (yuan, R-6E)') })
  rewardAmount?: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('平台批准日期（R-13B）', 'Day on which the platform was approved (R-13B)') })
  approvedOn?: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('成果认定日期（R-13B）', 'Day on which the result was recognised (R-13B)') })
  recognisedOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否已获首期经费（R-13B）；不填视为否', 'Whether the first tranche was received (R-13B); left out means no'),
  })
  isFirstTranchePaid?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '认定单位是否省部级以上（R-13B）；不填视为是',
      'Whether the result was recognised at provincial or ministerial level or above (R-13B); left out means yes',
    ),
  })
  isRecogniserProvincialOrAbove?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    ...described('是否计入追加经费（R-13AB）；不填视为否', 'Whether the second tranche is included (R-13AB); left out means no'),
  })
  includesSecondTranche?: boolean | null;
}
