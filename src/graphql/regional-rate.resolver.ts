import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { regionOf } from '../policy/regions.js';
import { proposalsOf } from '../store/proposals.js';
import { described } from './described.js';
import { quietReachFor } from './reach-for.js';
import type { ServiceContext } from './service-context.js';
import { proposalIdOf, RegionalRateType, regionalRateView } from './types/regional-rate.type.js';

const KINDS: readonly string[] = ['HOURLY_RATE', 'REQUIRED_HOURS'];

@Resolver()
export class RegionalRateResolver {
  @Query(() => [RegionalRateType], described('地区自定的标准和学时，历次登记', "A region's own rates and hours, with their history"))
  async regionalRates(
    @Arg('region', () => String, described('地区代码或名称', 'Region code or Chinese name')) region: string,
    @Ctx() context: ServiceContext,
  ) {
    const { desk, workplace, actor } = context;
    const book = desk.ruleBook();
    const figures = desk.figuresOfRegion(regionOf(book, region, 'region').code).filter(({ kind }) => KINDS.includes(kind));
    const ids = actor === null ? [] : figures.flatMap((figure) => proposalIdOf(figure) ?? []);
    const proposals = await proposalsOf(workplace.dataSource.manager, quietReachFor(context, 'proposals'), ids);
    return figures.map((figure) => regionalRateView(book, figure, proposals.find(({ id }) => id === proposalIdOf(figure)) ?? null));
  }
}
