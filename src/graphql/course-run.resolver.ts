import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { approveCourseRun } from '../operations/training/approve-course-run.js';
import { cancelCourseRun } from '../operations/training/cancel-course-run.js';
import { changeCourseRun } from '../operations/training/change-course-run.js';
import { fileCourseRun } from '../operations/training/file-course-run.js';
import { finishCourseRun } from '../operations/training/finish-course-run.js';
import { rejectCourseRun } from '../operations/training/reject-course-run.js';
import { startCourseRun } from '../operations/training/start-course-run.js';
import { readCourseRuns } from '../store/course-runs.js';
import type { CourseRunRow } from '../store/rows/course-run-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import {
  ApproveCourseRunInput,
  CancelCourseRunInput,
  ChangeCourseRunInput,
  courseRunConditions,
  CourseRunFilter,
  FileCourseRunInput,
  FinishCourseRunInput,
  RejectCourseRunInput,
  StartCourseRunInput,
} from './types/course-run-input.type.js';
import { CourseRunVersionType, courseRunVersionView } from './types/course-run-version.type.js';
import { CourseRunConnectionType, CourseRunPayloadType, CourseRunType, courseRunView } from './types/course-run.type.js';
import { RowPageArguments } from './types/page.type.js';

const INPUT = described('内容', 'What is asked');

/** Course runs as the API shows them, under the rules of their first day. */
export const courseRunViewIn =
  ({ desk }: ServiceContext) =>
  (row: CourseRunRow) =>
    courseRunView(desk.ruleBook({ on: row.startsOn }), row);

@Resolver(() => CourseRunType)
export class CourseRunResolver {
  @Query(
    () => CourseRunConnectionType,
    described('权限范围内的班期，按备案先后', 'The course runs within reach, in the order of their filing'),
  )
  async courseRuns(
    @Arg('filter', () => CourseRunFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: CourseRunFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const reach = reachFor(context, 'courseRuns');
    const rows = await readCourseRuns(manager, reach, courseRunConditions(filter), rowPageOf('CourseRun', page));
    return rowConnection('CourseRun', rows, courseRunViewIn(context));
  }

  @Mutation(() => CourseRunPayloadType, described('班期备案', 'File a course run'))
  fileCourseRun(@Arg('input', () => FileCourseRunInput, INPUT) input: FileCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', fileCourseRun, input, courseRunViewIn(context));
  }

  @Mutation(
    () => CourseRunPayloadType,
    described('批准班期并预留名额，须与备案人不同', 'Approve a course run and hold its places; not by who filed it'),
  )
  approveCourseRun(@Arg('input', () => ApproveCourseRunInput, INPUT) input: ApproveCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', approveCourseRun, input, courseRunViewIn(context));
  }

  @Mutation(() => CourseRunPayloadType, described('不批准班期', 'Reject a course run'))
  rejectCourseRun(@Arg('input', () => RejectCourseRunInput, INPUT) input: RejectCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', rejectCourseRun, input, courseRunViewIn(context));
  }

  @Mutation(() => CourseRunPayloadType, described('变更班期，产生新版本', 'Change a course run; it gets a new version'))
  changeCourseRun(@Arg('input', () => ChangeCourseRunInput, INPUT) input: ChangeCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', changeCourseRun, input, courseRunViewIn(context));
  }

  @Mutation(() => CourseRunPayloadType, described('开班，释放未用名额', 'Start a course run; unused places are released'))
  startCourseRun(@Arg('input', () => StartCourseRunInput, INPUT) input: StartCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', startCourseRun, input, courseRunViewIn(context));
  }

  @Mutation(() => CourseRunPayloadType, described('结班', 'Finish a course run'))
  finishCourseRun(@Arg('input', () => FinishCourseRunInput, INPUT) input: FinishCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', finishCourseRun, input, courseRunViewIn(context));
  }

  @Mutation(
    () => CourseRunPayloadType,
    described('取消没有学员的班期，释放名额', 'Cancel a course run without trainees; its places are released'),
  )
  cancelCourseRun(@Arg('input', () => CancelCourseRunInput, INPUT) input: CancelCourseRunInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'courseRun', cancelCourseRun, input, courseRunViewIn(context));
  }

  @FieldResolver(() => [CourseRunVersionType], described('各版本，由先到后', 'Its versions, the first one first'))
  async versions(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    return (await context.loaders.versionsOfRun().load(row)).map((version) => courseRunVersionView(context.desk, version));
  }
}
