import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { WorkingDayBasis } from '../../policy/working-days-rule.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { publishedEnum } from './enums.js';

export const WorkingDayBasisEnum = publishedEnum<WorkingDayBasis>(
  'WorkingDayBasis',
  '按哪一种日历计算工作日',
  'By which calendar working days were counted',
  {
    RECORDED: ['已登记的国务院办公厅节假日安排', "The State Council's holiday arrangements as recorded"],
    GIVEN: ['随问题给出的放假日和上班日，仅供模拟', 'Days off and workdays given with the question: a simulation'],
  },
);

@InputType('WorkingDaysInput', described('工作日期间的输入', 'What a period of working days is asked for'))
export class WorkingDaysInput {
  @Field(() => CalendarDay, described('期间的首日，不计入', 'The day the period starts from, not counted'))
  from!: string;

  @Field(() => Int, described('工作日数，1 至 1000', 'How many working days, 1 to 1,000'))
  days!: number;

  @Field(() => [CalendarDay], {
    nullable: true,
    ...described(
      '模拟用：放假日。填写此项或 makeUpWorkdays（哪怕是空列表）即以二者代替已登记的日历',
      'For a simulation: days off. As soon as this or makeUpWorkdays is given, even empty, the two replace the recorded calendar',
    ),
  })
  daysOff?: string[] | null;

  @Field(() => [CalendarDay], {
    nullable: true,
    ...described('模拟用：须上班的周六、周日；见 daysOff', 'For a simulation: Saturdays and Sundays that are worked; see daysOff'),
  })
  makeUpWorkdays?: string[] | null;
}

@ObjectType('WorkingDays', {
  implements: AnsweredType,
  ...described('若干工作日的期间何时届满；首日不计', 'When a period of working days ends; the first day is not counted'),
  simpleResolvers: true,
})
export class WorkingDaysType extends AnsweredType {
  @Field(() => CalendarDay, described('首日，不计入', 'The day it starts from, not counted'))
  from!: string;

  @Field(() => Int, described('工作日数', 'How many working days'))
  days!: number;

  @Field(() => CalendarDay, described('最后一个工作日', 'The last working day'))
  lastDay!: string;

  @Field(() => WorkingDayBasisEnum, described('所用日历', 'The calendar used'))
  basis!: string;

  @Field(() => [Int], described('计入的日子所在年度', 'The calendar years in which days were counted'))
  years!: readonly number[];
}
