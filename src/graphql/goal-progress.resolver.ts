import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { goalProgress } from '../policy/goal-progress.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { GoalProgressInput, GoalProgressType } from './types/goal-progress.type.js';

@Resolver()
export class GoalProgressResolver {
  @Query(
    () => GoalProgressType,
    described('累计目标进度：还差多少，今后每年需培训多少', 'What is left to the cumulative goal and what that takes a year'),
  )
  goalProgress(
    @Arg('input', () => GoalProgressInput, described('输入', 'Input')) input: GoalProgressInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(goalProgress, input, knownAt);
  }
}
