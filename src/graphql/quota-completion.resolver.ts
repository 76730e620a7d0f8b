import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { quotaCompletion } from '../policy/quota-completion.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { QuotaCompletionInput, QuotaCompletionType, quotaCompletionView } from './types/quota-completion.type.js';

@Resolver()
export class QuotaCompletionResolver {
  @Query(() => QuotaCompletionType, described('地区年度计划完成率', 'How far a region has come with its plan of the year'))
  quotaCompletion(
    @Arg('input', () => QuotaCompletionInput, described('输入', 'Input')) input: QuotaCompletionInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return quotaCompletionView(desk.answer(quotaCompletion, input, knownAt));
  }
}
