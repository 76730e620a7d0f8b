import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { quotaApportionment } from '../policy/quota-apportionment.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { QuotaApportionmentInput, QuotaApportionmentType, quotaApportionmentView } from './types/quota-apportionment.type.js';

@Resolver()
export class QuotaApportionmentResolver {
  @Query(
    () => QuotaApportionmentType,
    described('名额分配方案：按附件7 比例分配一定名额', 'A number of places shared out by the quota of Annex 7'),
  )
  quotaApportionment(
    @Arg('input', () => QuotaApportionmentInput, described('输入', 'Input')) input: QuotaApportionmentInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return quotaApportionmentView(desk.answer(quotaApportionment, input, knownAt));
  }
}
