import { Field, Int, ObjectType } from 'type-graphql';
import type { RuleDesk } from '../../operations/rule-desk.js';
import type { CourseRunVersion } from '../../store/course-runs.js';
import { described } from '../described.js';
import { CalendarDay, Hours, Instant } from '../scalars/scalars.js';
import { RegionType, regionView } from './region.type.js';
import { TeachingModeEnum } from './training-enums.js';

@ObjectType('CourseRunVersion', { ...described('班期的一个版本', 'One version of a course run as it was'), simpleResolvers: true })
export class CourseRunVersionType {
  @Field(() => Int, described('版本', 'Version'))
  version!: number;

  @Field(() => String, described('变更理由；首个版本为 FILED', 'Why it was made; FILED for the first'))
  reason!: string;

  @Field(() => String, described('变更人', 'Who made it'))
  changedBy!: string;

  @Field(() => Instant, described('变更时刻', 'When it was made'))
  changedAt!: string;

  @Field(() => TeachingModeEnum, described('培训方式', 'How it was to be taught'))
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
}

/** A version as the API shows it. */
export function courseRunVersionView(
  desk: RuleDesk,
  { version, reason, changedBy, changedAt, details }: CourseRunVersion,
): CourseRunVersionType {
  const { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegionCode, places } = details;
  const venueRegion = venueRegionCode === null ? null : regionView(desk.ruleBook({ on: startsOn }), venueRegionCode);
  const what = { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion, places };
  return { ...what, version, reason, changedBy, changedAt: changedAt.toISOString() };
}
