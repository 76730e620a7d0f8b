import { Field, ID, Int, ObjectType } from 'type-graphql';
import { nodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { described } from '../described.js';
import { CalendarDay, Hours } from '../scalars/scalars.js';
import { FundingModeEnum } from './calculator-enums.js';
import { connectionType } from './connection.type.js';
import { LevelEnum } from './enums.js';
import { NodeType } from './node.type.js';
import { OccupationType, occupationView } from './occupation.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { CourseRunStatusEnum, TeachingModeEnum } from './training-enums.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

@ObjectType('CourseRun', {
  implements: NodeType,
  ...described('班期：一个职业、一个方向或无方向、一个等级（四(一)）', 'A course run: one occupation, one track or none, one level'),
  simpleResolvers: true,
})
export class CourseRunType extends NodeType {
  /** as the store keeps it; not a field */
  rowId!: string;

  /** the whole row; not a field */
  row!: CourseRunRow;

  @Field(() => Int, described('占用哪一年的名额', 'The calendar year whose places it takes'))
  year!: number;

  @Field(() => CourseRunStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => Int, described('版本；批准后的每次变更加一', 'Version; each change adds one'))
  version!: number;

  @Field(() => RegionType, described('组织地区', 'The organising region'))
  region!: RegionType;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('培训机构', 'The training institution') })
  institution!: TrainingInstitutionType | null;

  @Field(() => OccupationType, described('职业', 'The occupation'))
  occupation!: OccupationType;

  @Field(() => String, { nullable: true, ...described('方向；没有则为空', 'The track; null where there is none') })
  track!: string | null;

  @Field(() => LevelEnum, described('等级', 'The level'))
  level!: string;

  @Field(() => FundingModeEnum, described('政府补贴培训或市场化培训', 'Subsidised or market-funded training'))
  fundingMode!: string;

  @Field(() => ID, { nullable: true, ...described('所属培训计划；市场化培训为空', 'Its training plan; null for a market run') })
  planId!: string | null;

  @Field(() => TeachingModeEnum, described('培训方式', 'How it is taught'))
  mode!: string;

  @Field(() => Hours, described('线上学时', 'Hours online'))
  onlineHours!: string;

  @Field(() => Hours, described('线下学时', 'Hours offline'))
  offlineHours!: string;

  @Field(() => CalendarDay, described('计划开班日', 'Planned first day'))
  startsOn!: string;

  @Field(() => CalendarDay, described('计划结班日', 'Planned last day'))
  endsOn!: string;

  @Field(() => String, described('地点', 'Venue'))
  venue!: string;

  @Field(() => RegionType, { nullable: true, ...described('地点所在地区', 'The region of the venue') })
  venueRegion!: RegionType | null;

  @Field(() => Int, described('人数', 'Places'))
  places!: number;

  @Field(() => CalendarDay, described('备案日；补贴标准按此日', 'The day of filing, whose tariff applies'))
  filedOn!: string;

  @Field(() => String, described('备案人', 'Who filed it'))
  filedBy!: string;

  @Field(() => String, { nullable: true, ...described('审核人', 'Who decided') })
  decidedBy!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('审核日', 'The day of the decision') })
  decidedOn!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('实际开班日', 'The day it really started') })
  startedOn!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('实际结班日', 'The day it really ended') })
  finishedOn!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('取消日', 'The day of its cancellation') })
  cancelledOn!: string | null;

  @Field(() => String, { nullable: true, ...described('未批准或取消的理由', 'Why it was rejected or cancelled') })
  statusReason!: string | null;
}

/** A course run as the API shows it; the book is that of its first day. */
export const courseRunView = (book: RuleBook, row: CourseRunRow): CourseRunType => {
  const view = {
    ...row,
    __typename: 'CourseRun',
    id: nodeId('CourseRun', row.id),
    rowId: row.id,
    row,
    region: regionView(book, row.regionCode),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
    occupation: occupationView(book, row.occupationCode),
    planId: row.planId === null ? null : nodeId('TrainingPlan', row.planId),
    venueRegion: row.venueRegionCode === null ? null : regionView(book, row.venueRegionCode),
  };
  return view;
};

export const CourseRunConnectionType = connectionType('CourseRun', '班期', 'course run', () => CourseRunType);
export const CourseRunPayloadType = payloadType('CourseRunPayload', 'courseRun', () => CourseRunType, '班期', 'course run');
