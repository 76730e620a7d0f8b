import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { rewardEstimate } from '../policy/reward-estimate.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { RewardEstimateType, rewardEstimateView } from './types/reward-estimate.type.js';
import { RewardEstimateInput } from './types/reward-estimate-input.type.js';

@Resolver()
export class RewardEstimateResolver {
  @Query(
    () => RewardEstimateType,
    described('奖励测算：一个项目、一组项目或一个条款给予多少', 'What a reward item, a group, a stack of items or a clause gives'),
  )
  rewardEstimate(
    @Arg('input', () => RewardEstimateInput, described('输入', 'Input')) input: RewardEstimateInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return rewardEstimateView(desk.answer(rewardEstimate, input, knownAt));
  }
}
