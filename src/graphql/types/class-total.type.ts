import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { ClassTotal } from '../../policy/class-total.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';
import { ReasonType, reasonsOf } from './reason.type.js';

@InputType('ClassTotalInput', described('班期补贴的输入', 'What is asked about a course run'))
export class ClassTotalInput {
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

  @Field(() => Int, described('可补贴人数', 'Payable trainees'))
  payableTrainees!: number;

  @Field(() => Int, described('班期总人数', 'All trainees of the course run'))
  totalTrainees!: number;

  @Field(() => Boolean, described('该班期是否被认定违规', 'Whether the course run was found in violation'))
  isClassInViolation!: boolean;
}

@ObjectType('ClassTotal', { implements: AnsweredType, ...described('班期补贴', 'What a course run is worth'), simpleResolvers: true })
export class ClassTotalType extends AnsweredType {
  @Field(() => MoneyCNY, described('补贴金额（元）；班期违规时为 0.00', 'Subsidy (yuan); 0.00 for a course run in violation'))
  amount!: string;

  @Field(() => Int, described('计入补贴的人数', 'Trainees that are paid for'))
  paidTrainees!: number;

  @Field(() => MoneyCNY, described('每人补贴（元）', 'Subsidy per trainee (yuan)'))
  amountPerTrainee!: string;

  @Field(() => [ReasonType], described('不予补贴的原因', 'Reasons for a refusal'))
  reasons!: ReasonType[];

  @Field(
    () => [ReasonType],
    described('该职业当日无法支付的原因；没有则为空', 'Why nobody can be paid for the occupation on the day; empty where somebody can'),
  )
  obstacles!: ReasonType[];

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** The worth of a course run as the API shows it: reasons as objects. */
export const classTotalView = (answered: Answered<ClassTotal>) =>
  answeredView(answered, {
    amount: answered.amount,
    paidTrainees: answered.paidTrainees,
    amountPerTrainee: answered.amountPerTrainee,
    reasons: reasonsOf(answered.reasons),
    obstacles: reasonsOf(answered.obstacles),
    notices: reasonsOf(answered.notices),
  });
