import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { regionOf } from '../policy/regions.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { RegionType, regionView, regionViews } from './types/region.type.js';
import { DaySelection } from './types/rule-selection.type.js';

@Resolver()
export class RegionResolver {
  @Query(() => [RegionType], described('全部地区，按附件7 次序', 'All regions in the order of Annex 7'))
  regions(@Args(() => DaySelection) selection: DaySelection, @Ctx() { desk }: ServiceContext) {
    return [...regionViews(desk.ruleBook(selection)).values()];
  }

  @Query(() => RegionType, described('一个地区', 'One region'))
  region(
    @Arg('code', () => String, described('地区代码或名称', 'Region code or Chinese name')) code: string,
    @Args(() => DaySelection) selection: DaySelection,
    @Ctx() { desk }: ServiceContext,
  ) {
    const book = desk.ruleBook(selection);
    return regionView(book, regionOf(book, code, 'code').code);
  }
}
