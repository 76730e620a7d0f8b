import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { approveTrainingPlan, rejectTrainingPlan } from '../operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../operations/training/propose-training-plan.js';
import type { TrainingPlanRow } from '../store/rows/training-plan-row.js';
import { readTrainingPlans } from '../store/training-plans.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { RowPageArguments } from './types/page.type.js';
import {
  ApproveTrainingPlanInput,
  ProposeTrainingPlanInput,
  RejectTrainingPlanInput,
  trainingPlanConditions,
  TrainingPlanConnectionType,
  TrainingPlanFilter,
  TrainingPlanPayloadType,
  trainingPlanView,
} from './types/training-plan.type.js';

const INPUT = described('内容', 'What is asked');

/** Training plans as the API shows them, under the rules of the day on which they were drawn up. */
export const trainingPlanViewIn =
  ({ desk }: ServiceContext) =>
  (row: TrainingPlanRow) =>
    trainingPlanView(desk.ruleBook({ on: row.drawnUpOn }), row);

@Resolver()
export class TrainingPlanResolver {
  @Query(() => TrainingPlanConnectionType, described('权限范围内的培训计划', 'The training plans within reach'))
  async trainingPlans(
    @Arg('filter', () => TrainingPlanFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: TrainingPlanFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const reach = reachFor(context, 'trainingPlans');
    const rows = await readTrainingPlans(manager, reach, trainingPlanConditions(filter), rowPageOf('TrainingPlan', page));
    return rowConnection('TrainingPlan', rows, trainingPlanViewIn(context));
  }

  @Mutation(() => TrainingPlanPayloadType, described('提出政府补贴培训计划', 'Propose a plan for subsidised training'))
  proposeTrainingPlan(
    @Arg('input', () => ProposeTrainingPlanInput, INPUT) input: ProposeTrainingPlanInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'trainingPlan', proposeTrainingPlan, input, trainingPlanViewIn(context));
  }

  @Mutation(() => TrainingPlanPayloadType, described('批准培训计划，须与提出人不同', 'Approve a training plan; not by who proposed it'))
  approveTrainingPlan(
    @Arg('input', () => ApproveTrainingPlanInput, INPUT) input: ApproveTrainingPlanInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'trainingPlan', approveTrainingPlan, input, trainingPlanViewIn(context));
  }

  @Mutation(() => TrainingPlanPayloadType, described('不批准培训计划', 'Reject a training plan'))
  rejectTrainingPlan(@Arg('input', () => RejectTrainingPlanInput, INPUT) input: RejectTrainingPlanInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'trainingPlan', rejectTrainingPlan, input, trainingPlanViewIn(context));
  }
}
