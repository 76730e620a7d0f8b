import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { lastDayOf } from '../policy/quota.js';
import { checkedYear } from './checked-year.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { QuotaTableType, quotaTableView } from './types/quota-table.type.js';

@Resolver()
export class QuotaTableResolver {
  @Query(() => QuotaTableType, described('名额分配表：某年各地区的名额', 'The quota allocation: the places of the regions in a year'))
  quotaTable(
    @Arg(
      'year',
      () => Int,
      described('年度，1900 至 2999；按该年最后一天的规则', 'Calendar year, 1900 to 2999; the rules of its last day apply'),
    )
    year: number,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return quotaTableView(desk.ruleBook({ on: lastDayOf(checkedYear(year)), knownAt }), year);
  }
}
