import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { actsAfter } from '../policy/claims/claim-workflow.js';
import {
  claimChanges,
  ClaimChangeType,
  ClaimContentType,
  ClaimLineConnectionType,
  ClaimLineType,
  claimLineView,
} from './types/claim-line.type.js';
import { ClaimStepType, claimStepView, ClaimType } from './types/claim.type.js';
import { assessedClaim, stepsOfClaim } from './claims-loaded.js';
import { connectionOf } from './connection.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { described } from './described.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { ClaimActEnum } from './types/claim-enums.js';
import { CourseRunType } from './types/course-run.type.js';
import { EnrolmentType } from './types/enrolment.type.js';
import { RowPageArguments } from './types/page.type.js';

@Resolver(() => ClaimType)
export class ClaimFieldsResolver {
  @FieldResolver(() => CourseRunType, described('班期', 'The course run'))
  async courseRun(@Root() { row }: ClaimType, @Ctx() context: ServiceContext) {
    const run = await context.loaders.courseRun.load(row.courseRunId);
    return run === null ? null : courseRunViewIn(context)(run);
  }

  @FieldResolver(() => ClaimContentType, described('现在的内容', 'What it holds now'))
  async content(@Root() { row }: ClaimType, @Ctx() context: ServiceContext): Promise<ClaimContentType> {
    const { lines, ...content } = await assessedClaim(context, row);
    return { ...content, trainees: lines.length };
  }

  @FieldResolver(() => ClaimLineConnectionType, described('名单，逐行判定', 'Its lines, each with its decision'))
  async lines(@Root() { row }: ClaimType, @Args(() => RowPageArguments) page: RowPageArguments, @Ctx() context: ServiceContext) {
    const { lines } = await assessedClaim(context, row);
    return connectionOf('ClaimLine', lines.map(claimLineView), page);
  }

  @FieldResolver(() => [ClaimStepType], described('已走过的步骤', 'The steps that were taken'))
  async timeline(@Root() { row }: ClaimType, @Ctx() context: ServiceContext) {
    return (await stepsOfClaim(context, row)).map(claimStepView);
  }

  @FieldResolver(() => [ClaimActEnum], described('接下来可以办理的步骤', 'The steps that can follow'))
  nextActs(@Root() { row }: ClaimType) {
    return actsAfter(row.status);
  }

  @FieldResolver(() => [ClaimChangeType], described('自上一步骤以来变化的行', 'The lines that have changed since the last step'))
  async changes(@Root() { row }: ClaimType, @Ctx() context: ServiceContext) {
    const [{ lines }, steps] = await Promise.all([assessedClaim(context, row), stepsOfClaim(context, row)]);
    return claimChanges(steps.at(-1)?.lines ?? [], lines);
  }
}

@Resolver(() => ClaimLineType)
export class ClaimLineFieldsResolver {
  @FieldResolver(() => EnrolmentType, {
    nullable: true,
    ...described('报名；无权查看者为空', 'The enrolment; null for who may not see it'),
  })
  async enrolment(@Root() { enrolmentRowId }: ClaimLineType, @Ctx() context: ServiceContext) {
    const row = await context.loaders.enrolmentWithin(quietReachFor(context, 'enrolments')).load(enrolmentRowId);
    return row === null ? null : enrolmentViewIn(context)(row);
  }
}
