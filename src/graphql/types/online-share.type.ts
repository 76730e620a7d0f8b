import { Field, InputType, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Decimal, Hours } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { OnlineShareStatusEnum } from './calculator-enums.js';
import { SessionsInput } from './sessions.type.js';

@InputType(
  'OnlineShareInput',
  described(
    '线上学时占比的输入；onlineHours 与 onlineSessions 只填一项',
    'What is asked about online hours; exactly one of onlineHours and onlineSessions',
  ),
)
export class OnlineShareInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => Hours, { nullable: true, ...described('线上学时', 'Online hours') })
  onlineHours?: string | null;

  @Field(() => [SessionsInput], {
    nullable: true,
    ...described('线上课的次数和每次学时，由系统求和', 'Online sessions and their hours, to be added up'),
  })
  onlineSessions?: SessionsInput[] | null;

  @Field(() => Hours, described('实际授课总学时，大于 0', 'All delivered hours, above 0'))
  totalHours!: string;
}

@ObjectType('OnlineShare', {
  implements: AnsweredType,
  ...described('线上学时占比；超过上限为暂缓，不是不予补贴', 'The share of online hours; above the limit is a hold and no refusal'),
  simpleResolvers: true,
})
export class OnlineShareType extends AnsweredType {
  @Field(() => Hours, described('线上学时', 'Online hours'))
  onlineHours!: string;

  @Field(() => Hours, described('总学时', 'All hours'))
  totalHours!: string;

  @Field(
    () => Decimal,
    described(
      '占比（%），两位小数，只供显示；判定按未取整的数',
      'The share in per cent, two decimals, for display only: the decision compares exactly',
    ),
  )
  sharePercent!: string;

  @Field(() => OnlineShareStatusEnum, described('判定', 'Decision'))
  status!: string;
}
