import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { cumulativeGoal } from '../policy/cumulative-goal.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { CumulativeGoalInput, CumulativeGoalType } from './types/cumulative-goal.type.js';

@Resolver()
export class CumulativeGoalResolver {
  @Query(
    () => CumulativeGoalType,
    described('按每年固定人数累计，能否达到累计目标', 'What a steady number of persons a year adds up to against the cumulative goal'),
  )
  cumulativeGoal(
    @Arg('input', () => CumulativeGoalInput, described('输入', 'Input')) input: CumulativeGoalInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(cumulativeGoal, input, knownAt);
  }
}
