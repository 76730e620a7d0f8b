import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { recordAttendance } from '../operations/supervision/record-attendance.js';
import { attendanceSummary } from '../policy/training/attendance.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import type { ServiceContext } from './service-context.js';
import { filingBook, supervisionOf } from './supervision.js';
import { AttendanceSummaryType, RecordAttendanceInput } from './types/attendance.type.js';
import { CourseRunPayloadType, CourseRunType } from './types/course-run.type.js';

@Resolver(() => CourseRunType)
export class AttendanceResolver {
  @Mutation(() => CourseRunPayloadType, described('登记学员出勤，全部成功或全部不办理', 'Record how long trainees attended, all or none'))
  recordAttendance(
    @Arg('input', () => RecordAttendanceInput, described('内容', 'What is asked')) input: RecordAttendanceInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'courseRun', recordAttendance, input, courseRunViewIn(context));
  }

  @FieldResolver(() => AttendanceSummaryType, {
    nullable: true,
    ...described('出勤汇总；评价机构不可见，为空', 'Its attendance; null for an assessment body, which may not see it'),
  })
  async attendance(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    const known = await supervisionOf(context, row);
    return known && attendanceSummary(filingBook(context, row), row, known.attendance);
  }
}
