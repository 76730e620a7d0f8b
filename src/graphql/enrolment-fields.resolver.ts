import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { readsNames } from '../policy/access/name-readers.js';
import { maskedIdentityNumber } from '../policy/identity-number.js';
import { maskedName } from '../policy/training/trainee-name.js';
import { type TraineeStanding, traineeStanding } from '../policy/training/trainee-standing.js';
import { readEnrolments } from '../store/enrolments.js';
import { condition } from '../store/select-rows.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { described } from './described.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { quietReachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { CourseRunType } from './types/course-run.type.js';
import { ofRun } from './types/enrolment-input.type.js';
import { EnrolmentBatchType, EnrolmentConnectionType, EnrolmentType } from './types/enrolment.type.js';
import { RowPageArguments } from './types/page.type.js';
import { reasonsOf, ReasonType } from './types/reason.type.js';
import { IdentityDocumentTypeEnum } from './types/training-enums.js';

const standingOf = ({ desk }: ServiceContext, { row }: EnrolmentType): TraineeStanding =>
  traineeStanding(desk.ruleBook({ region: row.regionCode }), row);

@Resolver(() => EnrolmentType)
export class EnrolmentFieldsResolver {
  @FieldResolver(
    () => String,
    described(
      '姓名；只对培训机构、人社部门和审计完整显示，其他只显示首字',
      'Name: whole for the institution, the HR bureaus and the auditor, else its first character',
    ),
  )
  async name(@Root() { row }: EnrolmentType, @Ctx() { actor, loaders }: ServiceContext) {
    const name = (await loaders.person.load(row.personId))?.name ?? '';
    return readsNames(actor, row) ? name : maskedName(name);
  }

  @FieldResolver(() => String, described('证件号码，第 7 至 14 位隐去', 'Identity number without its digits 7 to 14'))
  async identityNumber(@Root() { row }: EnrolmentType, @Ctx() { loaders }: ServiceContext) {
    return maskedIdentityNumber((await loaders.person.load(row.personId))?.number ?? '');
  }

  @FieldResolver(() => IdentityDocumentTypeEnum, { nullable: true, ...described('证件类别', 'Type of identity document') })
  async documentType(@Root() { row }: EnrolmentType, @Ctx() { loaders }: ServiceContext) {
    return (await loaders.person.load(row.personId))?.documentType ?? null;
  }

  @FieldResolver(() => CourseRunType, { nullable: true, ...described('班期', 'The course run') })
  async courseRun(@Root() { row }: EnrolmentType, @Ctx() context: ServiceContext) {
    const run = await context.loaders.courseRun.load(row.courseRunId);
    return run === null ? null : courseRunViewIn(context)(run);
  }

  @FieldResolver(() => EnrolmentType, {
    nullable: true,
    ...described('转入后的报名；不在权限范围内的为空', 'The enrolment in which the trainee goes on; null where that is out of reach'),
  })
  async transferredTo(@Root() { row }: EnrolmentType, @Ctx() context: ServiceContext) {
    if (row.transferredTo === null) return null;
    const next = await context.loaders.enrolmentWithin(quietReachFor(context, 'enrolments')).load(row.transferredTo);
    return next === null ? null : enrolmentViewIn(context)(next);
  }

  @FieldResolver(
    () => [ReasonType],
    described('今天妨碍发放补贴的事项，只看名册', 'What stands in the way of a payout today, as far as the roster says it'),
  )
  obstacles(@Root() enrolment: EnrolmentType, @Ctx() context: ServiceContext) {
    return reasonsOf(standingOf(context, enrolment).obstacles);
  }

  @FieldResolver(() => [ReasonType], described('今天须提示的事项', 'What is to be noted today'))
  notices(@Root() enrolment: EnrolmentType, @Ctx() context: ServiceContext) {
    return reasonsOf(standingOf(context, enrolment).notices);
  }
}

@Resolver(() => EnrolmentBatchType)
export class EnrolmentBatchResolver {
  @FieldResolver(() => CourseRunType, { nullable: true, ...described('班期', 'The course run') })
  async courseRun(@Root() { courseRunId }: EnrolmentBatchType, @Ctx() context: ServiceContext) {
    const run = await context.loaders.courseRun.load(courseRunId);
    return run === null ? null : courseRunViewIn(context)(run);
  }

  @FieldResolver(() => EnrolmentConnectionType, described('本次登记的各人', 'Those who were enrolled by this list'))
  async enrolments(
    @Root() { courseRunId, entryId }: EnrolmentBatchType,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const filter = [ofRun(courseRunId), condition('row.entry_id = $1', entryId)];
    const { manager } = context.workplace.dataSource;
    const rows = await readEnrolments(manager, quietReachFor(context, 'enrolments'), filter, rowPageOf('Enrolment', page));
    return rowConnection('Enrolment', rows, enrolmentViewIn(context));
  }
}
