import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { feeGap } from '../policy/fee-gap.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { FeeGapInput, FeeGapType, feeGapView } from './types/fee-gap.type.js';

@Resolver()
export class FeeGapResolver {
  @Query(
    () => FeeGapType,
    described('收费差额：收费高于补贴时培训机构承担多少', 'What the training institution bears where its fee is above the subsidy'),
  )
  feeGap(
    @Arg('input', () => FeeGapInput, described('输入', 'Input')) input: FeeGapInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return feeGapView(desk.answer(feeGap, input, knownAt));
  }
}
