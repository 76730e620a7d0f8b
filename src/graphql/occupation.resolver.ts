import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { occupationOf } from '../policy/occupations.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { OccupationType, occupationView, occupationViews } from './types/occupation.type.js';
import { DaySelection } from './types/rule-selection.type.js';

@Resolver()
export class OccupationResolver {
  @Query(() => [OccupationType], described('全部职业（工种），按附件5 次序', 'All occupations in the order of Annex 5'))
  occupations(@Args(() => DaySelection) selection: DaySelection, @Ctx() { desk }: ServiceContext) {
    return [...occupationViews(desk.ruleBook(selection)).values()];
  }

  @Query(() => OccupationType, described('一个职业（工种）', 'One occupation'))
  occupation(
    @Arg('code', () => String, described('职业代码或名称', 'Occupation code or Chinese name')) code: string,
    @Args(() => DaySelection) selection: DaySelection,
    @Ctx() { desk }: ServiceContext,
  ) {
    const book = desk.ruleBook(selection);
    return occupationView(book, occupationOf(book, code, 'code').code);
  }
}
