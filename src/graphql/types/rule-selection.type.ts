import { ArgsType, Field } from 'type-graphql';
import { described } from '../described.js';
import { CalendarDay, Instant } from '../scalars/scalars.js';

/** The day and the knowledge that a question is asked under. */
@ArgsType()
export class DaySelection {
  @Field(() => CalendarDay, {
    nullable: true,
    ...described('按哪一天的规则；不填为今天', 'The day whose rules apply; left out means today'),
  })
  on?: string | null;

  @Field(() => Instant, { nullable: true, ...described('按何时的所知；不填为最新', 'As known at this instant; left out means the latest') })
  knownAt?: string | null;
}

/** The same, with the region whose own standards stand above the province's. */
@ArgsType()
export class RuleSelectionArguments extends DaySelection {
  @Field(() => String, {
    nullable: true,
    ...described('地区代码或名称；填写后适用该地区自定的标准', "Region code or name; its own standard then stands above the province's"),
  })
  region?: string | null;
}
