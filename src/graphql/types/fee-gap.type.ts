import { Field, InputType, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import type { Answered } from '../../operations/rule-desk.js';
import type { FeeGap } from '../../policy/fee-gap.js';
import { answeredView } from '../answered-view.js';

@InputType('FeeGapInput', described('收费差额的输入', 'What is asked about the fee'))
export class FeeGapInput {
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

  @Field(() => MoneyCNY, described('培训机构每人每学时的收费（元）', 'Fee of the training institution per trainee and hour (yuan)'))
  feePerHour!: string;
}

@ObjectType('FeeGap', {
  implements: AnsweredType,
  ...described(
    '收费高于补贴时由培训机构承担的差额；学员免费',
    'What the training institution bears where its fee is above the subsidy; the trainee attends free of charge',
  ),
  simpleResolvers: true,
})
export class FeeGapType extends AnsweredType {
  @Field(() => MoneyCNY, described('每人补贴（元）', 'Subsidy per trainee (yuan)'))
  subsidy!: string;

  @Field(
    () => MoneyCNY,
    described('每人收费总额（元）：规定学时乘以每学时收费', 'Fee per trainee (yuan): required hours times the fee per hour'),
  )
  feeTotal!: string;

  @Field(
    () => MoneyCNY,
    described('每人由培训机构承担的差额（元），不小于 0.00', 'Borne by the training institution per trainee (yuan), never below 0.00'),
  )
  gapBorneByInstitution!: string;

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** The answer as the API shows it: notices as objects. */
export const feeGapView = (answered: Answered<FeeGap>) =>
  answeredView(answered, {
    subsidy: answered.subsidy,
    feeTotal: answered.feeTotal,
    gapBorneByInstitution: answered.gapBorneByInstitution,
    notices: reasonsOf(answered.notices),
  });
