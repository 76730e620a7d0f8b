import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { FundSourceEnum, ViolationScopeEnum } from './calculator-enums.js';
import { LevelEnum } from './enums.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import type { Answered } from '../../operations/rule-desk.js';
import type { RecoveryEstimate } from '../../policy/recovery-estimate.js';
import { answeredView } from '../answered-view.js';

@InputType('PaidFromInput', described('从一种资金已拨付的金额', 'What one fund has paid'))
export class PaidFromInput {
  @Field(() => FundSourceEnum, described('资金来源', 'Fund'))
  fund!: string;

  @Field(() => MoneyCNY, described('已拨付金额（元）', 'Paid (yuan)'))
  amount!: string;
}

@InputType('RecoveryEstimateInput', described('追回测算的输入', 'What is asked about a recovery'))
export class RecoveryEstimateInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    ...described('地区代码或名称；填写后适用该地区自定的标准', "Region code or name; its own standard then stands above the province's"),
  })
  region?: string | null;

  @Field(() => String, described('职业代码或名称', 'Occupation code or Chinese name'))
  occupation!: string;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => ViolationScopeEnum, described('违规认定的范围', 'Scope of the violation finding'))
  scope!: string;

  @Field(() => Int, described('班期已补贴人数', 'Trainees of the course run that were paid for'))
  paidTrainees!: number;

  @Field(
    () => Int,
    described('违规涉及的人数；认定整个班期时不影响结果', 'Trainees found in violation; of no effect where the whole course run is'),
  )
  affectedTrainees!: number;

  @Field(() => [PaidFromInput], described('已拨付的资金，按使用的先后', 'What was paid from which fund, in the order of use'))
  paidFrom!: PaidFromInput[];
}

@ObjectType('Refund', { ...described('退回一种资金的金额', 'What goes back to one fund'), simpleResolvers: true })
export class RefundType {
  @Field(() => FundSourceEnum, described('资金来源', 'Fund'))
  fund!: string;

  @Field(() => MoneyCNY, described('退回金额（元）', 'Goes back (yuan)'))
  amount!: string;
}

@ObjectType('RecoveryEstimate', {
  implements: AnsweredType,
  ...described(
    '违规后由培训机构退回多少、退回哪种资金；只是测算',
    'What a violation finding makes the training institution pay back, and to which fund; an estimate only',
  ),
  simpleResolvers: true,
})
export class RecoveryEstimateType extends AnsweredType {
  @Field(() => MoneyCNY, described('追回金额（元）', 'Amount to recover (yuan)'))
  recovery!: string;

  @Field(() => [RefundType], described('退回各资金的金额；后用的资金先退', 'What goes back to each fund, the fund used last first'))
  refunds!: RefundType[];

  @Field(() => MoneyCNY, described('追回后仍属已拨付的金额（元）', 'What remains paid afterwards (yuan)'))
  remainsPaid!: string;

  @Field(() => Int, described('追回涉及的人数', 'Trainees whose subsidy is recovered'))
  affectedTrainees!: number;

  @Field(
    () => Boolean,
    described(
      '已拨付金额是否等于人数乘以每人补贴；否则先核对拨付明细再定部分追回',
      'Whether what was paid is persons times the subsidy per trainee; if not, look at the payout lines before deciding on a part',
    ),
  )
  isPaidByTariff!: boolean;

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** The answer as the API shows it: notices as objects. */
export const recoveryEstimateView = (answered: Answered<RecoveryEstimate>) =>
  answeredView(answered, {
    recovery: answered.recovery,
    refunds: answered.refunds,
    remainsPaid: answered.remainsPaid,
    affectedTrainees: answered.affectedTrainees,
    isPaidByTariff: answered.isPaidByTariff,
    notices: reasonsOf(answered.notices),
  });
