import { Field, InputType, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { FundSplitMethodEnum, FundSplitStatusEnum } from './calculator-enums.js';

@InputType('FundSplitInput', described('资金来源拆分的输入', 'What is asked about the funds'))
export class FundSplitInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => FundSplitMethodEnum, {
    nullable: true,
    ...described('拨付方式；不填用现行口径（Q33）', 'Method; left out means the reading in force (Q33)'),
  })
  method?: string | null;

  @Field(() => MoneyCNY, described('职业技能提升行动专账结余（元）', 'Special-account balance (yuan)'))
  specialAccountSurplus!: string;

  @Field(
    () => [MoneyCNY],
    described('各笔拨付金额（元），按拨付次序，最多 1000 笔', 'The payouts (yuan) in the order of payment, at most 1000'),
  )
  payouts!: string[];
}

@ObjectType('FundSplitLine', { ...described('一笔拨付的资金来源', 'Which funds pay one payout'), simpleResolvers: true })
export class FundSplitLineType {
  @Field(() => MoneyCNY, described('拨付金额（元）', 'Payout (yuan)'))
  payout!: string;

  @Field(() => MoneyCNY, described('专账结余列支（元）', 'From the special account (yuan)'))
  specialAccount!: string;

  @Field(() => MoneyCNY, described('就业补助资金列支（元）', 'From the employment subsidy fund (yuan)'))
  employmentSubsidy!: string;

  @Field(() => FundSplitStatusEnum, described('能否列支', 'Whether it finds its funds'))
  status!: string;
}

@ObjectType('FundSplit', {
  implements: AnsweredType,
  ...described(
    '补贴资金来源：先专账结余，后就业补助资金',
    'Which fund pays what: the special account first, then the employment subsidy fund',
  ),
  simpleResolvers: true,
})
export class FundSplitType extends AnsweredType {
  @Field(() => FundSplitMethodEnum, described('所用拨付方式', 'The method that was used'))
  method!: string;

  @Field(() => [FundSplitLineType], described('各笔拨付', 'The payouts'))
  lines!: FundSplitLineType[];

  @Field(() => MoneyCNY, described('拨付后的专账结余（元）', 'Special-account balance afterwards (yuan)'))
  surplusAfter!: string;

  @Field(() => MoneyCNY, described('专账结余列支合计（元）', 'From the special account in all (yuan)'))
  totalSpecialAccount!: string;

  @Field(() => MoneyCNY, described('就业补助资金列支合计（元）', 'From the employment subsidy fund in all (yuan)'))
  totalEmploymentSubsidy!: string;
}
