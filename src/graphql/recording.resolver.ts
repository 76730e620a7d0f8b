import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { addRecordings } from '../operations/supervision/add-recordings.js';
import { readRecordings, recordingPages } from '../store/recordings.js';
import { courseRunViewIn } from './course-run.resolver.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { quietReachFor, reachFor } from './reach-for.js';
import { pageOfRun } from './pages-of-runs.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { supervisionOf } from './supervision.js';
import { CourseRunPayloadType, CourseRunType } from './types/course-run.type.js';
import { RowPageArguments } from './types/page.type.js';
import {
  AddRecordingsInput,
  RecordingConnectionType,
  RecordingStatusType,
  recordingStatusView,
  recordingView,
} from './types/recording.type.js';
import { supervisionConditions, SupervisionFilter } from './types/supervision-filter.type.js';

@Resolver(() => CourseRunType)
export class RecordingResolver {
  @Query(() => RecordingConnectionType, described('权限范围内的录像', 'The recordings within reach'))
  async recordings(
    @Arg('filter', () => SupervisionFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: SupervisionFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'recordings');
    const { manager } = context.workplace.dataSource;
    const rows = await readRecordings(manager, reach, supervisionConditions(filter), rowPageOf('Recording', page));
    return rowConnection('Recording', rows, recordingView);
  }

  @Mutation(() => CourseRunPayloadType, described('登记录像的存放位置和散列值', 'Add recordings by reference and hash'))
  addRecordings(
    @Arg('input', () => AddRecordingsInput, described('内容', 'What is asked')) input: AddRecordingsInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'courseRun', addRecordings, input, courseRunViewIn(context));
  }

  @FieldResolver(() => RecordingConnectionType, {
    name: 'recordings',
    ...described('本班录像；无权查看者为空列表', 'Its recordings; empty for a caller who may not see them'),
  })
  async recordingsOfRun(
    @Root() { row }: CourseRunType,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const asked = rowPageOf('Recording', page);
    const found = await pageOfRun(context, row, asked, {
      name: 'recordings',
      read: (ids) => recordingPages(context.workplace.dataSource.manager, quietReachFor(context, 'recordings'), ids, asked),
      count: async () => (await supervisionOf(context, row))?.recordings.recordings ?? 0,
    });
    return rowConnection('Recording', found, recordingView);
  }

  @FieldResolver(() => RecordingStatusType, {
    nullable: true,
    ...described('录像是否齐全；评价机构不可见，为空', 'Whether it is recorded in full; null for an assessment body, which may not see it'),
  })
  async recordingStatus(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    const known = await supervisionOf(context, row);
    return known && recordingStatusView(known.recordings);
  }
}
