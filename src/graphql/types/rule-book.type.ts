import { Field, ObjectType } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Instant } from '../scalars/scalars.js';

@ObjectType('RuleBookQuery', { ...described('规则集的取用条件', 'What a rule book was built for'), simpleResolvers: true })
export class RuleBookQueryType {
  @Field(() => CalendarDay, described('规则在哪一天有效', 'The day on which the rules are in force'))
  on!: string;

  @Field(() => Instant, { nullable: true, ...described('按何时的所知；空为最新', 'As known at this instant; null is the latest') })
  knownAt!: string | null;

  @Field(() => String, { nullable: true, ...described('地区代码；空为全省', 'Region code; null is the province') })
  regionCode!: string | null;
}

@ObjectType('RuleBook', { ...described('某日有效的规则集', 'The rules in force on a day'), simpleResolvers: true })
export class RuleBookType {
  @Field(() => String, described('内容散列值：内容相同则相同', 'Content hash: equal for equal content'))
  hash!: string;

  @Field(() => RuleBookQueryType, described('取用条件', 'What it was built for'))
  query!: RuleBookQueryType;
}
