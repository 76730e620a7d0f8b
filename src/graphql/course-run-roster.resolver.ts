import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { enrolmentPages } from '../store/enrolments.js';
import { countedIn } from '../store/enrolment-counts.js';
import type { EnrolmentStatus } from '../store/rows/enrolment-row.js';
import { condition } from '../store/select-rows.js';
import { described } from './described.js';
import { enrolmentViewIn } from './enrolment-view.js';
import { pageOfRun } from './pages-of-runs.js';
import { quietReachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { CourseRunType } from './types/course-run.type.js';
import { EnrolmentConnectionType, EnrolmentCountsType } from './types/enrolment.type.js';
import { RowPageArguments } from './types/page.type.js';
import { EnrolmentStatusEnum } from './types/training-enums.js';

@Resolver(() => CourseRunType)
export class CourseRunRosterResolver {
  @FieldResolver(() => EnrolmentConnectionType, described('名册，权限范围内的', 'The roster, as far as it is within reach'))
  async enrolments(
    @Root() { row }: CourseRunType,
    @Arg('status', () => EnrolmentStatusEnum, { nullable: true, ...described('状态', 'State') }) status: EnrolmentStatus | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const asked = rowPageOf('Enrolment', page);
    const reach = quietReachFor(context, 'enrolments');
    const filter = status ? [condition('row.status = $1', status)] : [];
    const found = await pageOfRun(context, row, asked, {
      name: `enrolments ${status ?? ''}`,
      read: (ids) => enrolmentPages(context.workplace.dataSource.manager, reach, ids, filter, asked),
      count: async () => countedIn(await context.loaders.enrolmentCounts(reach).load(row), status ?? null),
    });
    return rowConnection('Enrolment', found, enrolmentViewIn(context));
  }

  @FieldResolver(() => EnrolmentCountsType, described('各状态的人数', 'How many stand in each state'))
  enrolmentCounts(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    return context.loaders.enrolmentCounts(quietReachFor(context, 'enrolments')).load(row);
  }
}
