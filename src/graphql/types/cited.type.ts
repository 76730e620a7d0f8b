import { Field, Int, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { Hours, MoneyCNY } from '../scalars/scalars.js';
import { CitationType } from './citation.type.js';

@ObjectType('CitedHours', { ...described('学时及其依据', 'Training hours with their citation'), simpleResolvers: true })
export class CitedHoursType {
  @Field(() => Hours, described('学时', 'Training hours'))
  value!: string;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

@ObjectType('CitedMoney', { ...described('金额及其依据', 'An amount with its citation'), simpleResolvers: true })
export class CitedMoneyType {
  @Field(() => MoneyCNY, described('金额（元）', 'Amount (yuan)'))
  value!: string;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}

@ObjectType('CitedCount', { ...described('数目及其依据', 'A count with its citation'), simpleResolvers: true })
export class CitedCountType {
  @Field(() => Int, described('数目', 'The count'))
  value!: number;

  @Field(() => CitationType, described('依据', 'Citation'))
  citation!: CitationType;
}
