import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { traineeDecision } from '../policy/trainee-decision.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { TraineeDecisionInput, TraineeDecisionType, traineeDecisionView } from './types/trainee-decision.type.js';

@Resolver()
export class TraineeDecisionResolver {
  @Query(
    () => TraineeDecisionType,
    described('学员补贴判定：一名学员可否补贴，逐条说明原因', 'Whether the training of one trainee is payable, with every reason'),
  )
  traineeDecision(
    @Arg('input', () => TraineeDecisionInput, described('输入', 'Input')) input: TraineeDecisionInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return traineeDecisionView(desk.answer(traineeDecision, input, knownAt));
  }
}
