import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { quotaTransferCheck } from '../policy/quota-transfer-check.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { QuotaTransferCheckInput, QuotaTransferCheckType } from './types/quota-transfer-check.type.js';

@Resolver()
export class QuotaTransferCheckResolver {
  @Query(
    () => QuotaTransferCheckType,
    described('名额调整核对：从一个地区调往另一个地区会剩多少', 'What a zero-sum transfer of places between two regions would leave'),
  )
  quotaTransferCheck(
    @Arg('input', () => QuotaTransferCheckInput, described('输入', 'Input')) input: QuotaTransferCheckInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(quotaTransferCheck, input, knownAt);
  }
}
