import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { quotaCheck } from '../policy/quota-check.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { QuotaCheckInput, QuotaCheckType, quotaCheckView } from './types/quota-check.type.js';

@Resolver()
export class QuotaCheckResolver {
  @Query(() => QuotaCheckType, described('名额核对：再加这些名额是否够用', 'Whether so many more places fit beside those used'))
  quotaCheck(
    @Arg('input', () => QuotaCheckInput, described('输入', 'Input')) input: QuotaCheckInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return quotaCheckView(desk.answer(quotaCheck, input, knownAt));
  }
}
