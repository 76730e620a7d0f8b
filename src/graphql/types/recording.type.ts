import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import { isFullyRecorded, type RecordingCounts } from '../../policy/training/recordings.js';
import type { RecordingRow } from '../../store/rows/recording-row.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';

const NAMED = { __typename: 'Recording' };

@ObjectType('Recording', {
  implements: NodeType,
  ...described('一段录像的存放位置和散列值（五(二)）；不存录像本身', 'Where a recording is kept, and its hash; never the recording itself'),
  simpleResolvers: true,
})
export class RecordingType extends NodeType {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => CalendarDay, described('授课日', 'The day of the session'))
  heldOn!: string;

  @Field(() => Boolean, described('是否线上', 'Whether it was online'))
  isOnline!: boolean;

  @Field(() => String, described('存放位置或编号', 'Where it is kept'))
  reference!: string;

  @Field(() => String, described('SHA-256，小写十六进制', 'SHA-256 in lower-case hexadecimal'))
  sha256!: string;

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;
}

@ObjectType('RecordingStatus', {
  ...described('班期的录像是否齐全（五(二)）', 'Whether a course run is recorded in full'),
  simpleResolvers: true,
})
export class RecordingStatusType {
  @Field(() => Int, described('录像数', 'Recordings'))
  recordings!: number;

  @Field(() => Int, described('有录像的天数', 'Days with at least one recording'))
  recordedDays!: number;

  @Field(() => Int, described('机构申报的授课天数', 'Days on which the institution says that it taught'))
  sessionDays!: number;

  @Field(() => [CalendarDay], described('申报的授课日中没有录像的', 'Declared days without a recording'))
  missingDays!: readonly string[];

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '每个申报的授课日是否都有录像；未申报授课日时为空',
      'Whether every declared day has a recording; null while no days are declared',
    ),
  })
  isFullyRecorded!: boolean | null;
}

/** A recording as the API shows it. */
export const recordingView = (row: RecordingRow): RecordingType => ({
  ...row,
  ...NAMED,
  id: nodeId('Recording', row.id),
  courseRunId: nodeId('CourseRun', row.courseRunId),
});

/** The recordings of a run, counted, as the API shows them. */
export const recordingStatusView = (counts: RecordingCounts): RecordingStatusType => ({
  ...counts,
  isFullyRecorded: isFullyRecorded(counts),
});

export const RecordingConnectionType = connectionType('Recording', '录像', 'recording', () => RecordingType);

@InputType('RecordingInput', described('一段录像', 'A recording'))
export class RecordingInput {
  @Field(() => CalendarDay, described('授课日，在班期之内，不晚于今天', 'The day of the session: one of the run, not after today'))
  heldOn!: string;

  @Field(() => Boolean, described('是否线上', 'Whether it was online'))
  isOnline!: boolean;

  @Field(() => String, described('存放位置或编号，至多 300 个字符', 'Where it is kept, at most 300 characters'))
  reference!: string;

  @Field(() => String, described('录像文件的 SHA-256，64 位小写十六进制', 'SHA-256 of the file, 64 hexadecimal digits in lower case'))
  sha256!: string;
}

@InputType('AddRecordingsInput', described('登记录像', 'Recordings to be added'))
export class AddRecordingsInput extends KeyedInput {
  @Field(() => ID, described('班期，已开班或已结班', 'The course run, started or finished'))
  courseRunId!: string;

  @Field(() => [RecordingInput], described('各段录像，至多 1000 段', 'The recordings, at most 1,000'))
  recordings!: RecordingInput[];

  @Field(() => [CalendarDay], {
    nullable: true,
    ...described('授课日；填写则替换先前申报的', 'The days on which the run is taught; they replace those declared before'),
  })
  sessionDays?: string[] | null;
}
