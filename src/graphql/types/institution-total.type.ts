import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { InstitutionTotal } from '../../policy/institution-total.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';

@InputType('InstitutionTotalClassInput', described('机构的一个班期', 'One course run of an institution'))
export class InstitutionTotalClassInput {
  @Field(() => String, described('职业代码或名称', 'Occupation code or Chinese name'))
  occupation!: string;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => Int, described('可补贴人数', 'Payable trainees'))
  payableTrainees!: number;
}

@InputType('InstitutionTotalInput', described('机构补贴合计的输入', 'What is asked about an institution'))
export class InstitutionTotalInput {
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

  @Field(
    () => [InstitutionTotalClassInput],
    described('各班期，1 至 400 个；职业和等级可以重复', 'The course runs, 1 to 400; the same occupation and level may come again'),
  )
  classes!: InstitutionTotalClassInput[];
}

@ObjectType('InstitutionTotalLine', { ...described('一个班期的补贴', 'The subsidy of one course run'), simpleResolvers: true })
export class InstitutionTotalLineType {
  @Field(() => OccupationType, described('职业', 'Occupation'))
  occupation!: OccupationType;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => Int, described('可补贴人数', 'Payable trainees'))
  payableTrainees!: number;

  @Field(() => MoneyCNY, described('每人补贴（元）', 'Subsidy per trainee (yuan)'))
  amountPerTrainee!: string;

  @Field(() => MoneyCNY, described('补贴金额（元），仅按标准计算', 'Subsidy (yuan), by the tariff alone'))
  amount!: string;

  @Field(
    () => [ReasonType],
    described('该职业当日无法支付的原因；没有则为空', 'Why nobody can be paid for the occupation on the day; empty where somebody can'),
  )
  obstacles!: ReasonType[];
}

@ObjectType('InstitutionTotal', {
  implements: AnsweredType,
  ...described('机构各班期补贴合计', 'The course runs of an institution taken together'),
  simpleResolvers: true,
})
export class InstitutionTotalType extends AnsweredType {
  @Field(() => MoneyCNY, described('合计（元）', 'Total (yuan)'))
  amount!: string;

  @Field(() => Int, described('可补贴人数合计', 'Payable trainees in all'))
  trainees!: number;

  @Field(() => [InstitutionTotalLineType], described('各班期', 'The course runs'))
  lines!: InstitutionTotalLineType[];

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** An institution's total as the API shows it: occupations as objects. */
export const institutionTotalView = (answered: Answered<InstitutionTotal>) =>
  answeredView(answered, {
    amount: answered.amount,
    trainees: answered.trainees,
    notices: reasonsOf(answered.notices),
    lines: answered.lines.map((line) => ({
      ...line,
      occupation: occupationView(answered.ruleBook, line.occupation),
      obstacles: reasonsOf(line.obstacles),
    })),
  });
