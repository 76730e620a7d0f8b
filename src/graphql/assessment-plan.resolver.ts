import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { confirmAssessmentPlan } from '../operations/certificates/confirm-assessment-plan.js';
import { fileAssessmentPlan } from '../operations/certificates/file-assessment-plan.js';
import { readAssessmentPlans } from '../store/assessment-plans.js';
import type { AssessmentPlanRow } from '../store/rows/assessment-plan-row.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import { rowIdOf } from './row-id-of.js';
import type { ServiceContext } from './service-context.js';
import {
  assessmentPlanConditions,
  AssessmentPlanConnectionType,
  AssessmentPlanFilter,
  AssessmentPlanPayloadType,
  AssessmentPlanType,
  assessmentPlanView,
  ConfirmAssessmentPlanInput,
  FileAssessmentPlanInput,
} from './types/assessment-plan.type.js';
import { CourseRunType } from './types/course-run.type.js';
import { RowPageArguments } from './types/page.type.js';

const INPUT = described('内容', 'What is asked');

/** Plans of assessment as the API shows them, under the rules of the day of the theory part. */
export const assessmentPlanViewIn =
  ({ desk }: ServiceContext) =>
  (row: AssessmentPlanRow) =>
    assessmentPlanView(desk.ruleBook({ on: row.theoryOn }), row);

@Resolver(() => AssessmentPlanType)
export class AssessmentPlanResolver {
  @Query(() => AssessmentPlanConnectionType, described('权限范围内的考核计划', 'The plans of assessment within reach'))
  async assessmentPlans(
    @Arg('filter', () => AssessmentPlanFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: AssessmentPlanFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'assessmentPlans');
    const conditions = assessmentPlanConditions(filter, rowIdOf('CourseRun', 'filter.courseRunId', filter?.courseRunId));
    const rows = await readAssessmentPlans(context.workplace.dataSource.manager, reach, conditions, rowPageOf('AssessmentPlan', page));
    return rowConnection('AssessmentPlan', rows, assessmentPlanViewIn(context));
  }

  @FieldResolver(() => CourseRunType, { nullable: true, ...described('班期', 'The course run') })
  async courseRun(@Root() { courseRunRowId }: AssessmentPlanType, @Ctx() context: ServiceContext) {
    const run = await context.loaders.courseRun.load(courseRunRowId);
    return run === null ? null : courseRunViewIn(context)(run);
  }

  @Mutation(() => AssessmentPlanPayloadType, described('提交考核计划', 'File a plan of assessment'))
  fileAssessmentPlan(@Arg('input', () => FileAssessmentPlanInput, INPUT) input: FileAssessmentPlanInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'assessmentPlan', fileAssessmentPlan, input, assessmentPlanViewIn(context));
  }

  @Mutation(() => AssessmentPlanPayloadType, described('评价机构确认考核计划', 'Confirm a plan of assessment, as its assessment body'))
  confirmAssessmentPlan(
    @Arg('input', () => ConfirmAssessmentPlanInput, INPUT) input: ConfirmAssessmentPlanInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'assessmentPlan', confirmAssessmentPlan, input, assessmentPlanViewIn(context));
  }
}
