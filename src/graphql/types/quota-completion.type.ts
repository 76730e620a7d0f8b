import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { QuotaCompletion } from '../../policy/quota-completion.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay, Decimal } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { QuotaCompletionStatusEnum } from './planning-enums.js';
import { RegionType, regionView } from './region.type.js';

@InputType('QuotaCompletionInput', described('计划完成率的输入', 'What a completion is asked for'))
export class QuotaCompletionInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, described('地区代码或名称', 'Region code or name'))
  region!: string;

  @Field(() => Int, described('已培训人数，含市场化培训，0 至 1000000', 'Persons trained, market-funded ones included, 0 to 1,000,000'))
  trained!: number;
}

@ObjectType('QuotaCompletion', {
  implements: AnsweredType,
  ...described('地区年度计划完成率', 'How far a region has come with its plan of the year'),
  simpleResolvers: true,
})
export class QuotaCompletionType extends AnsweredType {
  @Field(() => RegionType, described('地区', 'Region'))
  region!: RegionType;

  @Field(() => Int, described('年度名额', 'Places of the year'))
  quota!: number;

  @Field(() => Int, described('已培训人数', 'Persons trained'))
  trained!: number;

  @Field(() => Decimal, described('完成率（%），两位小数；可以超过 100', 'Completion in per cent, two decimals; it may pass 100'))
  completionPercent!: string;

  @Field(() => Int, described('尚缺人数；不小于 0', 'Persons still missing; never below zero'))
  shortfall!: number;

  @Field(() => QuotaCompletionStatusEnum, described('完成情况', 'Whether it is completed'))
  status!: string;
}

/** A completion as the API shows it: the region as an object. */
export const quotaCompletionView = (answered: Answered<QuotaCompletion>) =>
  answeredView(answered, {
    region: regionView(answered.ruleBook, answered.region),
    quota: answered.quota,
    trained: answered.trained,
    completionPercent: answered.completionPercent,
    shortfall: answered.shortfall,
    status: answered.status,
  });
