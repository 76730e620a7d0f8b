import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Answered } from '../../operations/rule-desk.js';
import type { DistinctPersons } from '../../policy/distinct-persons.js';
import { answeredView } from '../answered-view.js';
import { described } from '../described.js';
import { CalendarDay } from '../scalars/scalars.js';
import { AnsweredType } from './answered.type.js';
import { RegionType, regionView } from './region.type.js';

@InputType('PersonYearInput', described('一条取证记录：人和年度', 'One record: a person and a year'))
export class PersonYearInput {
  @Field(() => String, described('代表一个人的编号，请勿填证件号码', 'A code that stands for one person; never an identity number'))
  person!: string;

  @Field(() => Int, described('年度，1900 至 2999', 'Calendar year, 1900 to 2999'))
  year!: number;
}

@InputType('DistinctPersonsInput', described('按年度去重人数的输入', 'What a count of persons is asked for'))
export class DistinctPersonsInput {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => String, described('地区代码或名称', 'Region code or name'))
  region!: string;

  @Field(() => [PersonYearInput], described('各条记录，最多 10000 条', 'The records, at most 10,000'))
  records!: PersonYearInput[];
}

@ObjectType('PersonsOfYear', { ...described('一个年度的人数', 'The persons of one year'), simpleResolvers: true })
export class PersonsOfYearType {
  @Field(() => Int, described('年度', 'Calendar year'))
  year!: number;

  @Field(() => Int, described('人数', 'Persons'))
  persons!: number;
}

@ObjectType('DistinctPersons', {
  implements: AnsweredType,
  ...described(
    '按年度去重人数：同一人同一年度取得两本证书只计一次（未决问题 Q47）',
    'Persons per year: two certificates of one person in one year count once (open question Q47)',
  ),
  simpleResolvers: true,
})
export class DistinctPersonsType extends AnsweredType {
  @Field(() => RegionType, described('地区', 'Region'))
  region!: RegionType;

  @Field(() => [PersonsOfYearType], described('各年度人数，年度从早到晚', 'The years, rising'))
  years!: readonly PersonsOfYearType[];
}

/** A count of persons as the API shows it: the region as an object. */
export const distinctPersonsView = (answered: Answered<DistinctPersons>) =>
  answeredView(answered, { region: regionView(answered.ruleBook, answered.region), years: answered.years });
