import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { RewardItemType, rewardItemViews } from './types/reward-item.type.js';
import { DaySelection } from './types/rule-selection.type.js';

@Resolver()
export class RewardItemResolver {
  @Query(() => [RewardItemType], described('全部奖励项目，含只提及、未定金额的', 'All reward items, with those named without a figure'))
  rewardItems(@Args(() => DaySelection) selection: DaySelection, @Ctx() { desk }: ServiceContext) {
    return [...rewardItemViews(desk.ruleBook(selection)).values()];
  }
}
