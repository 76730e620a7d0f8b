import { Field, InputType, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Hours, MoneyCNY } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { LevelEnum } from './enums.js';
import { SessionsInput } from './sessions.type.js';
import { ReasonType, reasonsOf } from './reason.type.js';
import type { Answered } from '../../operations/rule-desk.js';
import type { DeliveredHours } from '../../policy/delivered-hours.js';
import { answeredView } from '../answered-view.js';

@InputType('DeliveredHoursInput', described('授课学时的输入', 'What is asked about delivered hours'))
export class DeliveredHoursInput {
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

  @Field(() => [SessionsInput], described('各次课，1 至 1000 行', 'The sessions, 1 to 1000 rows'))
  sessions!: SessionsInput[];
}

@ObjectType('DeliveredHours', {
  implements: AnsweredType,
  ...described(
    '授课学时是否达到规定学时，每人补贴多少；超出部分不另补贴',
    'Whether the delivered hours reach the required hours and what that is worth per trainee; more hours earn nothing extra',
  ),
  simpleResolvers: true,
})
export class DeliveredHoursType extends AnsweredType {
  @Field(() => Hours, described('授课学时合计', 'Delivered hours in all'))
  hours!: string;

  @Field(() => Hours, described('规定学时', 'Required hours'))
  requiredHours!: string;

  @Field(() => Boolean, described('是否达到规定学时', 'Whether the required hours are reached'))
  meetsRequirement!: boolean;

  @Field(() => MoneyCNY, described('每人补贴（元）；学时不足时为 0.00', 'Subsidy per trainee (yuan); 0.00 where the hours fall short'))
  amount!: string;

  @Field(() => [ReasonType], described('须知：六类人员未确认', 'To be noted: the six categories are not confirmed'))
  notices!: ReasonType[];
}

/** The answer as the API shows it: notices as objects. */
export const deliveredHoursView = (answered: Answered<DeliveredHours>) =>
  answeredView(answered, {
    hours: answered.hours,
    requiredHours: answered.requiredHours,
    meetsRequirement: answered.meetsRequirement,
    amount: answered.amount,
    notices: reasonsOf(answered.notices),
  });
