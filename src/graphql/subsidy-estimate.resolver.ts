import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { subsidyEstimate } from '../policy/subsidy-estimate.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { SubsidyEstimateInput, SubsidyEstimateType, subsidyEstimateView } from './types/subsidy-estimate.type.js';

@Resolver()
export class SubsidyEstimateResolver {
  @Query(
    () => SubsidyEstimateType,
    described('补贴测算：一个机构各职业、等级、人数可得多少补贴', 'What an institution can expect for its occupations, levels and heads'),
  )
  subsidyEstimate(
    @Arg('input', () => SubsidyEstimateInput, described('输入', 'Input')) input: SubsidyEstimateInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return subsidyEstimateView(desk.answer(subsidyEstimate, input, knownAt));
  }
}
