import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { traineeDecision } from '../policy/trainee-decision.js';
import { traineeDecisions } from '../policy/trainee-decisions.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { TraineeDecisionInput, TraineeDecisionType, traineeDecisionView } from './types/trainee-decision.type.js';
import { TraineeDecisionsInput, TraineeDecisionsType, traineeDecisionsView } from './types/trainee-decisions.type.js';

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

  @Query(
    () => TraineeDecisionsType,
    described('名单判定：逐人可否补贴，合计多少', 'Which trainees of a list are payable, and what they are worth together'),
  )
  traineeDecisions(
    @Arg('input', () => TraineeDecisionsInput, described('输入', 'Input')) input: TraineeDecisionsInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return traineeDecisionsView(desk.answer(traineeDecisions, input, knownAt));
  }
}
