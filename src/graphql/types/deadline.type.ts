import { Field, InputType, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';

@InputType('DeadlineInput', described('期限的输入', 'What a deadline is asked for'))
export class DeadlineInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, {
    ...described(
      '期限代码：D-TB-NOTICE 公示期、D-TB-TERM 授牌有效期、D-TB-CHANGE 变更备案、D-TB-BAN 摘牌后不得再申报、D-B2 第二批申报；见 figures(filter: {kind: DEADLINE})',
      'Code of the deadline: D-TB-NOTICE public notice, D-TB-TERM term of designation, D-TB-CHANGE filing of a change, D-TB-BAN bar after delisting, D-B2 second call; see figures(filter: {kind: DEADLINE})',
    ),
  })
  code!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('起始日，不计入；文件印定日期的期限不需要', 'The day it runs from, not counted; a deadline printed as a day needs none'),
  })
  from?: string | null;
}

@ObjectType('Deadline', {
  implements: AnsweredType,
  ...described(
    '期限何时届满：年、月按对应日，无对应日的为该月末日；工作日按日历',
    "When a period ends: by the corresponding day for years and months, the month's last day where it is missing; by the calendar for working days",
  ),
  simpleResolvers: true,
})
export class DeadlineType extends AnsweredType {
  @Field(() => String, described('期限代码', 'Code of the deadline'))
  code!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    ...described('起始日，不计入；文件印定日期时为空', 'The day it runs from; null for a deadline printed as a day'),
  })
  from!: string | null;

  @Field(() => CalendarDay, described('最后一日，含当日', 'The last day, included'))
  lastDay!: string;

  @Field(() => CalendarDay, {
    ...described('届满次日：不得申报的期限自此日起不再适用', 'The day after: from then on a bar no longer holds'),
  })
  firstDayAfter!: string;

  @Field(() => [String], {
    ...described(
      '须备案的机关代码，全部都要；无需备案时为空列表',
      'Codes of the authorities to file with, all of them; empty where none is to be told',
    ),
  })
  filings!: readonly string[];
}
