import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { requireRegion } from '../operations/acting/require-reach.js';
import { fundsOfYear } from '../operations/funds/fund-accounts.js';
import { type Reach, reachesRegion } from '../policy/access/reach.js';
import { regionOf, regionsOf } from '../policy/regions.js';
import type { RuleBook } from '../policy/rule-book.js';
import { checkedYear } from './checked-year.js';
import { described } from './described.js';
import { reachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { FundAccountsType, fundAccountsView } from './types/fund-account.type.js';

/** The regions asked about, in the order of Annex 7: one that the caller names, or all within reach. Throws UNKNOWN_REGION, FORBIDDEN. */
const regionsAsked = (book: RuleBook, reach: Reach, named: string | null): readonly string[] =>
  named === null
    ? regionsOf(book).flatMap(({ code }) => (reachesRegion(reach, code) ? [code] : []))
    : [requireRegion(reach, regionOf(book, named, 'region').code, 'region')];

@Resolver()
export class FundAccountResolver {
  @Query(
    () => FundAccountsType,
    described('权限范围内各地区某年的资金情况及合计', 'How the funds of the regions within reach stand in a year, with their total'),
  )
  async fundAccounts(
    @Arg('year', () => Int, described('资金年度，1900 至 2999', 'Fiscal year, 1900 to 2999')) year: number,
    @Arg('region', () => String, {
      nullable: true,
      ...described('地区，代码或名称；不填为权限范围内的全部', 'Region, code or Chinese name; left out means all within reach'),
    })
    region: string | null,
    @Ctx() context: ServiceContext,
  ) {
    const { desk, workplace } = context;
    const book = desk.ruleBook();
    const codes = regionsAsked(book, reachFor(context, 'fundAccounts'), region);
    return fundAccountsView(book, await fundsOfYear(workplace.dataSource.manager, checkedYear(year), codes));
  }
}
