import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { QuotaCheck } from '../../policy/quota-check.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { QuotaAttemptStatusEnum, QuotaModeEnum } from './planning-enums.js';
import { RegionType, regionView } from './region.type.js';

@InputType('QuotaAttemptInput', described('一次名额申请', 'One request for places'))
export class QuotaAttemptInput {
  @Field(() => Int, described('已用名额，0 至 1000000', 'Places already used, 0 to 1,000,000'))
  used!: number;

  @Field(() => Int, described('申请名额，1 至 1000000', 'Places requested, 1 to 1,000,000'))
  requested!: number;
}

@InputType('QuotaCheckInput', described('名额核对的输入', 'What a quota check is asked for'))
export class QuotaCheckInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, described('地区代码或名称', 'Region code or name'))
  region!: string;

  @Field(() => [QuotaAttemptInput], described('各次申请，互不累计，1 至 1000 项', 'The requests, each by itself, 1 to 1,000'))
  attempts!: QuotaAttemptInput[];
}

@ObjectType('QuotaAttempt', { ...described('一次申请的核对结果', 'The answer to one request'), simpleResolvers: true })
export class QuotaAttemptType {
  @Field(() => Int, described('已用名额', 'Places already used'))
  used!: number;

  @Field(() => Int, described('申请名额', 'Places requested'))
  requested!: number;

  @Field(() => Int, described('申请前可用名额；不小于 0', 'Places free before the request; never below zero'))
  availableBefore!: number;

  @Field(() => QuotaAttemptStatusEnum, described('结果', 'Result'))
  status!: string;
}

@ObjectType('QuotaCheck', {
  implements: AnsweredType,
  ...described('名额核对；不占用名额', 'A quota check; it reserves nothing'),
  simpleResolvers: true,
})
export class QuotaCheckType extends AnsweredType {
  @Field(() => RegionType, described('地区', 'Region'))
  region!: RegionType;

  @Field(() => Int, described('年度名额', 'Places of the year'))
  quota!: number;

  @Field(
    () => QuotaModeEnum,
    described('名额按上限还是目标（未决问题 Q46）', 'Whether the places are a ceiling or a target (open question Q46)'),
  )
  mode!: string;

  @Field(() => [QuotaAttemptType], described('各次申请的结果，次序同输入', 'The answers, in the order of the requests'))
  attempts!: readonly QuotaAttemptType[];
}

/** A quota check as the API shows it: the region as an object. */
export const quotaCheckView = (answered: Answered<QuotaCheck>) =>
  answeredView(answered, {
    region: regionView(answered.ruleBook, answered.region),
    quota: answered.quota,
    mode: answered.mode,
    attempts: answered.attempts,
  });
