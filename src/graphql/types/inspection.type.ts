import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { InspectionRow } from '../../store/rows/inspection-row.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { ControlPointEnum, ControlResultEnum, InspectionMethodEnum } from './supervision-enums.js';

@ObjectType('ControlPointResult', { ...described('一项监管重点的结果', 'What came of one control point'), simpleResolvers: true })
export class ControlPointResultType {
  @Field(() => ControlPointEnum, described('监管重点', 'The control point'))
  point!: string;

  @Field(() => ControlResultEnum, described('结果', 'Result'))
  result!: string;

  @Field(() => String, { nullable: true, ...described('说明', 'Note') })
  note!: string | null;
}

const NAMED = { __typename: 'Inspection' };

@ObjectType('Inspection', {
  implements: NodeType,
  ...described('对班期的一次检查（五(一)、五(三)）', 'An inspection of a course run'),
  simpleResolvers: true,
})
export class InspectionType extends NodeType {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => RegionType, described('检查的地区', 'The region that inspected'))
  region!: RegionType;

  @Field(() => InspectionMethodEnum, described('方式', 'Method'))
  method!: string;

  @Field(() => CalendarDay, described('检查日', 'The day of the inspection'))
  heldOn!: string;

  @Field(() => String, { nullable: true, ...described('时刻（北京时间），如 14:30', 'Time of day in Beijing, such as 14:30') })
  timeOfDay!: string | null;

  @Field(() => [ControlPointResultType], described('四项监管重点', 'The four control points'))
  points!: readonly ControlPointResultType[];

  @Field(() => String, { nullable: true, ...described('文号', 'Document number') })
  documentNumber!: string | null;

  @Field(() => String, described('登记人', 'Who recorded it'))
  recordedBy!: string;
}

/** An inspection as the API shows it. */
export const inspectionView = (book: RuleBook, row: InspectionRow): InspectionType => ({
  ...row,
  ...NAMED,
  id: nodeId('Inspection', row.id),
  courseRunId: nodeId('CourseRun', row.courseRunId),
  region: regionView(book, row.regionCode),
});

export const InspectionConnectionType = connectionType('Inspection', '检查', 'inspection', () => InspectionType);
export const InspectionPayloadType = payloadType('InspectionPayload', 'inspection', () => InspectionType, '检查', 'inspection');

@InputType('ControlPointInput', described('一项监管重点的结果', 'What came of one control point'))
export class ControlPointInput {
  @Field(() => ControlPointEnum, described('监管重点', 'The control point'))
  point!: string;

  @Field(() => ControlResultEnum, described('结果', 'Result'))
  result!: string;

  @Field(() => String, {
    nullable: true,
    ...described('说明，不写姓名；电子围栏和定位签到不填', 'Note without names; none for geofence and check-in'),
  })
  note?: string | null;
}

@InputType('RecordInspectionInput', described('登记检查', 'An inspection to be recorded'))
export class RecordInspectionInput extends KeyedInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(
    () => String,
    described(
      '检查的地区，代码或名称：组织地区或学员所在地区',
      'The inspecting region, code or Chinese name: it organises the run or has trainees in it',
    ),
  )
  region!: string;

  @Field(() => InspectionMethodEnum, described('方式', 'Method'))
  method!: string;

  @Field(() => CalendarDay, described('检查日，不晚于今天', 'The day of the inspection, not after today'))
  heldOn!: string;

  @Field(() => String, { nullable: true, ...described('时刻（北京时间），如 14:30', 'Time of day in Beijing, such as 14:30') })
  timeOfDay?: string | null;

  @Field(() => [ControlPointInput], described('四项监管重点，各一次', 'The four control points, each once'))
  points!: ControlPointInput[];

  @Field(() => String, { nullable: true, ...described('文号', 'Document number') })
  documentNumber?: string | null;
}
