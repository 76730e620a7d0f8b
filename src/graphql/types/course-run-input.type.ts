import { Field, ID, InputType, Int } from 'type-graphql';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay, Hours } from '../scalars/scalars.js';
import { FundingModeEnum } from './calculator-enums.js';
import { LevelEnum } from './enums.js';
import { KeyedInput } from './keyed-input.type.js';
import { CourseRunStatusEnum, TeachingModeEnum } from './training-enums.js';

/** What a filing and a change have in common. */
@InputType()
abstract class CourseRunDetailsInput extends KeyedInput {
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

  @Field(() => String, {
    nullable: true,
    ...described(
      '地点所在地区，代码或名称；不填即在 15 个地区之外，不予备案',
      'Region of the venue, code or name; left out means outside the fifteen, and is refused',
    ),
  })
  venueRegion?: string | null;

  @Field(() => Int, described('人数', 'Places'))
  places!: number;
}

@InputType('FileCourseRunInput', described('班期备案', 'A course run to be filed'))
export class FileCourseRunInput extends CourseRunDetailsInput {
  @Field(() => String, described('培训机构，代码或全称', 'Training institution, code or full Chinese name'))
  institution!: string;

  @Field(() => String, {
    nullable: true,
    ...described(
      '组织地区；不填则按培训计划，市场化培训按地点',
      "Organising region; left out means the plan's, or the venue's for a market run",
    ),
  })
  region?: string | null;

  @Field(() => String, described('职业，代码或名称', 'Occupation, code or Chinese name'))
  occupation!: string;

  @Field(() => String, { nullable: true, ...described('方向；没有则不填', 'Track; left out where there is none') })
  track?: string | null;

  @Field(() => LevelEnum, described('等级', 'Level'))
  level!: string;

  @Field(() => FundingModeEnum, described('政府补贴培训或市场化培训', 'Subsidised or market-funded training'))
  fundingMode!: string;

  @Field(() => ID, { nullable: true, ...described('培训计划；政府补贴培训必填', 'Training plan; a subsidised run needs one') })
  planId?: string | null;

  @Field(() => CalendarDay, described('备案日，不晚于今天', 'The day of filing, not after today'))
  filedOn!: string;
}

@InputType('ChangeCourseRunInput', described('变更班期；产生新版本', 'A change of a course run; it makes a new version'))
export class ChangeCourseRunInput extends CourseRunDetailsInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => Int, described('您所见的版本', 'The version you saw'))
  version!: number;

  @Field(() => String, described('变更理由', 'Why it is changed'))
  reason!: string;
}

/** What each step of a course run names: the run, the version that was seen, and the day. */
@InputType()
abstract class CourseRunStepInput extends KeyedInput {
  @Field(() => ID, described('班期', 'The course run'))
  courseRunId!: string;

  @Field(() => Int, described('您所见的版本；已变更则不办理', 'The version you saw; nothing is done if it has changed'))
  version!: number;

  @Field(() => CalendarDay, described('发生日，不晚于今天', 'The day on which it happens, not after today'))
  on!: string;
}

@InputType('ApproveCourseRunInput', described('批准班期', 'The approval of a course run'))
export class ApproveCourseRunInput extends CourseRunStepInput {}

@InputType('StartCourseRunInput', described('开班', 'The start of a course run'))
export class StartCourseRunInput extends CourseRunStepInput {}

@InputType('FinishCourseRunInput', described('结班', 'The end of a course run'))
export class FinishCourseRunInput extends CourseRunStepInput {}

@InputType('RejectCourseRunInput', described('不批准班期', 'The rejection of a course run'))
export class RejectCourseRunInput extends CourseRunStepInput {
  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}

@InputType('CancelCourseRunInput', described('取消班期', 'The cancellation of a course run'))
export class CancelCourseRunInput extends CourseRunStepInput {
  @Field(() => String, described('理由', 'Reason'))
  reason!: string;
}

@InputType('CourseRunFilter', described('班期的筛选；各项须同时满足', 'Which course runs; all parts must hold'))
export class CourseRunFilter {
  @Field(() => Int, { nullable: true, ...described('年度', 'Calendar year') })
  year?: number | null;

  @Field(() => CourseRunStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => String, { nullable: true, ...described('组织地区代码，如 LN-210100', 'Code of the organising region, such as LN-210100') })
  region?: string | null;

  @Field(() => String, { nullable: true, ...described('培训机构代码，如 TI-DUT', 'Code of the training institution, such as TI-DUT') })
  institution?: string | null;
}

/** The conditions of a filter. */
export const courseRunConditions = (filter: CourseRunFilter | null): readonly Condition[] => [
  ...(filter?.year ? [condition('row.year = $1', filter.year)] : []),
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.region ? [condition('row.region_code = $1', filter.region)] : []),
  ...(filter?.institution ? [condition('row.institution_code = $1', filter.institution)] : []),
];
