import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { fundSplit } from '../policy/fund-split.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { FundSplitInput, FundSplitType } from './types/fund-split.type.js';

@Resolver()
export class FundSplitResolver {
  @Query(() => FundSplitType, described('资金来源：每笔拨付由哪种资金列支多少', 'Which fund pays which part of each payout'))
  fundSplit(
    @Arg('input', () => FundSplitInput, described('输入', 'Input')) input: FundSplitInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(fundSplit, input, knownAt);
  }
}
