import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Decimal } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';

@InputType('GoalProgressInput', described('目标进度的输入', 'What the progress towards the goal is asked for'))
export class GoalProgressInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => [Int], described('各年度已培训人数，1 至 100 项', 'Persons trained in each year so far, 1 to 100 years'))
  done!: number[];

  @Field(() => Int, {
    nullable: true,
    ...described('目标人数；不填为文件的累计目标', 'Target in persons; left out means the cumulative goal of the notice'),
  })
  target?: number | null;

  @Field(() => Int, described('剩余年数，1 至 100', 'Years left, 1 to 100'))
  yearsLeft!: number;
}

@ObjectType('GoalProgress', {
  implements: AnsweredType,
  ...described('累计目标的进度，以及今后每年需培训的人数', 'What is left to the cumulative goal and what that takes a year'),
  simpleResolvers: true,
})
export class GoalProgressType extends AnsweredType {
  @Field(() => Int, described('目标人数', 'Target in persons'))
  target!: number;

  @Field(() => Int, described('已培训人数合计', 'Persons trained in all'))
  done!: number;

  @Field(() => Decimal, described('已完成比例（%），两位小数', 'Share done in per cent, two decimals'))
  donePercent!: string;

  @Field(() => Int, described('尚缺人数；不小于 0', 'Persons still missing; never below zero'))
  remaining!: number;

  @Field(() => Int, described('今后每年需培训人数，向上取整', 'Persons a year from now on, rounded up'))
  perYear!: number;
}
