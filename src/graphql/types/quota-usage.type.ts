import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { QuotaUsageOfYear } from '../../operations/quota/quota-usage.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { QuotaAdjustment } from '../../store/quota-changes.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';

import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { dayInShanghai } from '../../operations/clock.js';
import { KeyedInput } from './keyed-input.type.js';
import { QuotaModeEnum } from './planning-enums.js';
import { ProposalType, proposalView } from './proposal.type.js';
import { RegionType, regionView } from './region.type.js';

@ObjectType('PlacesUsage', {
  ...described('名额使用情况；总名额 = 预留 + 实名 + 已用 + 可用', 'How places stand; allocated = held + named + used + available'),
  simpleResolvers: true,
})
export class PlacesUsageType {
  @Field(() => Int, described('总名额：附件7 加历次调整', 'Places allocated: Annex 7 and the adjustments since'))
  allocated!: number;

  @Field(() => Int, described('为已批准班期预留、尚未实名的名额', 'Held for approved course runs, nobody named yet'))
  held!: number;

  @Field(() => Int, described('已实名、尚未取得专业技术等级证书的名额', 'Of named persons without a level certificate'))
  named!: number;

  @Field(() => Int, described('已取得专业技术等级证书的名额', 'Used by persons with a level certificate'))
  used!: number;

  @Field(
    () => Int,
    described(
      '年内退回过的名额（未用、取消、退出、到期）；不计入总名额',
      'Given back since the year began (unused, cancelled, withdrawn, lapsed); no part of allocated',
    ),
  )
  released!: number;

  @Field(() => Int, described('可用名额；作为目标任务并已超出时为负', 'Places available; below zero where a target has been passed'))
  available!: number;

  @Field(() => Int, described('不重复人数（实名或已用）', 'Different persons, named or certified'))
  persons!: number;
}

@ObjectType('RegionQuotaUsage', { ...described('一个地区的名额使用情况', 'How the places of one region stand'), simpleResolvers: true })
export class RegionQuotaUsageType extends PlacesUsageType {
  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => QuotaModeEnum, described('上限还是目标任务（Q46，按该年最后一天）', "A ceiling or a target (Q46, on the year's last day)"))
  mode!: string;
}

@ObjectType('QuotaUsage', { ...described('某年的名额使用情况', 'How the places of a year stand'), simpleResolvers: true })
export class QuotaUsageType {
  @Field(() => Int, described('年度', 'Calendar year'))
  year!: number;

  @Field(() => [RegionQuotaUsageType], described('各地区，按附件7 次序', 'The regions in the order of Annex 7'))
  regions!: readonly RegionQuotaUsageType[];

  @Field(() => PlacesUsageType, described('全省合计；不重复人数跨地区只计一次', 'The province; somebody of two regions is one person'))
  total!: PlacesUsageType;
}

/** The usage of a year as the API shows it. */
export const quotaUsageView = (book: RuleBook, { year, regions, total }: QuotaUsageOfYear): QuotaUsageType => ({
  year,
  regions: regions.map(({ regionCode, ...usage }) => ({ ...usage, region: regionView(book, regionCode) })),
  total,
});

@ObjectType('QuotaAdjustment', { ...described('名额调整的一笔', 'One adjustment of the places of a region'), simpleResolvers: true })
export class QuotaAdjustmentType {
  @Field(() => RegionType, described('地区', 'The region'))
  region!: RegionType;

  @Field(() => CalendarDay, described('生效日', 'The day on which it took effect'))
  on!: string;

  @Field(() => Int, described('增减人数', 'Places: below zero given, above zero taken'))
  by!: number;

  @Field(() => Int, described('调整前', 'Places before'))
  before!: number;

  @Field(() => Int, described('调整后', 'Places after'))
  after!: number;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;

  @Field(() => ProposalType, {
    nullable: true,
    ...described(
      '经何提案、由谁提出和批准；仅有权者可见',
      'The proposal it came by, with who proposed and approved it; only for those who may see it',
    ),
  })
  proposal!: ProposalType | null;
}

/** An adjustment as the API shows it; with its proposal where the caller may see that. */
export const quotaAdjustmentView = (book: RuleBook, change: QuotaAdjustment, proposal: ProposalRow | null): QuotaAdjustmentType => ({
  region: regionView(book, change.regionCode),
  on: dayInShanghai(new Date(change.at)),
  by: change.places,
  before: change.placesBefore,
  after: change.placesAfter,
  documentNumber: change.documentNumber,
  reason: change.reason,
  proposal: proposal === null ? null : proposalView(book, proposal),
});

@InputType('QuotaChangeInput', described('一个地区的增减', 'The change of one region'))
export class QuotaChangeInput {
  @Field(() => String, described('地区，代码或名称', 'Region, code or Chinese name'))
  region!: string;

  @Field(() => Int, described('增减人数，调出为负，不为 0', 'Places: below zero gives, above zero takes; not zero'))
  by!: number;
}

@InputType('AdjustQuotaInput', described('调整名额', 'An adjustment of the quota'))
export class AdjustQuotaInput extends KeyedInput {
  @Field(() => Int, described('年度', 'Calendar year'))
  year!: number;

  @Field(() => [QuotaChangeInput], described('各地区的增减，默认相抵为 0', 'The changes by region; by default they sum to zero'))
  changes!: readonly QuotaChangeInput[];

  @Field(() => Boolean, {
    nullable: true,
    ...described(
      '是否改变全省总数；须现行的理解（Q50）允许',
      'Whether the total of the province changes; the reading in force (Q50) must allow it',
    ),
  })
  changesTotal?: boolean | null;

  @Field(() => String, described('理由', 'Reason'))
  reason!: string;

  @Field(() => String, described('文号', 'Document number'))
  documentNumber!: string;
}
