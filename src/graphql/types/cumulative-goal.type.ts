import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';

@InputType('CumulativeGoalInput', described('累计人数的输入', 'What a cumulative count is asked for'))
export class CumulativeGoalInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => Int, described('起始年份（含），2000 至 2100', 'First year, included, 2000 to 2100'))
  fromYear!: number;

  @Field(() => Int, described('截止年份（含），2000 至 2100，不早于起始年份', 'Last year, included, 2000 to 2100, not before the first'))
  toYear!: number;

  @Field(() => Int, described('每年培训人数，0 至 1000000', 'Persons trained each year, 0 to 1,000,000'))
  perYear!: number;
}

@ObjectType('CumulativeGoal', {
  implements: AnsweredType,
  ...described('按每年固定人数累计，能否达到累计目标', 'What a steady number of persons a year adds up to against the cumulative goal'),
  simpleResolvers: true,
})
export class CumulativeGoalType extends AnsweredType {
  @Field(() => Int, described('年数，首尾两年都计入', 'Years, the first and the last included'))
  years!: number;

  @Field(() => Int, described('累计人数', 'Persons in all'))
  total!: number;

  @Field(() => Int, described('累计目标', 'The cumulative goal'))
  goal!: number;

  @Field(() => Boolean, described('是否达到目标；恰好等于也算达到', 'Whether the goal is met; exactly the goal meets it'))
  meetsGoal!: boolean;

  @Field(() => Int, described('达到目标每年至少需培训的人数', 'The least persons a year that reach the goal'))
  minPerYear!: number;
}
