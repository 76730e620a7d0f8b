import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { readEnrolments } from '../store/enrolments.js';
import { condition } from '../store/select-rows.js';
import { described } from './described.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { quietReachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { CourseRunType } from './types/course-run.type.js';
import { ofRun } from './types/enrolment-input.type.js';
import { EnrolmentConnectionType, EnrolmentCountsType } from './types/enrolment.type.js';
import { RowPageArguments } from './types/page.type.js';
import { EnrolmentStatusEnum } from './types/training-enums.js';

@Resolver(() => CourseRunType)
export class CourseRunRosterResolver {
  @FieldResolver(() => EnrolmentConnectionType, described('名册，权限范围内的', 'The roster, as far as it is within reach'))
  async enrolments(
    @Root() { rowId }: CourseRunType,
    @Arg('status', () => EnrolmentStatusEnum, { nullable: true, ...described('状态', 'State') }) status: string | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const filter = [ofRun(rowId), ...(status ? [condition('row.status = $1', status)] : [])];
    const { manager } = context.workplace.dataSource;
    const rows = await readEnrolments(manager, quietReachFor(context, 'enrolments'), filter, rowPageOf('Enrolment', page));
    return rowConnection('Enrolment', rows, enrolmentViewIn(context));
  }

  @FieldResolver(() => EnrolmentCountsType, described('各状态的人数', 'How many stand in each state'))
  enrolmentCounts(@Root() { rowId }: CourseRunType, @Ctx() context: ServiceContext) {
    return context.loaders.enrolmentCounts(quietReachFor(context, 'enrolments')).load(rowId);
  }
}
