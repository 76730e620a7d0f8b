import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { recoveryEstimate } from '../policy/recovery-estimate.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { RecoveryEstimateInput, RecoveryEstimateType, recoveryEstimateView } from './types/recovery-estimate.type.js';

@Resolver()
export class RecoveryEstimateResolver {
  @Query(
    () => RecoveryEstimateType,
    described(
      '追回测算：违规后退回多少、退回哪种资金',
      'What a violation finding makes the training institution pay back, and to which fund',
    ),
  )
  recoveryEstimate(
    @Arg('input', () => RecoveryEstimateInput, described('输入', 'Input')) input: RecoveryEstimateInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return recoveryEstimateView(desk.answer(recoveryEstimate, input, knownAt));
  }
}
