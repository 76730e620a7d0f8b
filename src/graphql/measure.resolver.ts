import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { MeasureType, measureView, measureViews } from './types/measure.type.js';

@Resolver()
export class MeasureResolver {
  @Query(() => [MeasureType], described('全部政策文件', 'All notices'))
  measures(@Ctx() { desk }: ServiceContext) {
    return [...measureViews(desk.ruleBook()).values()];
  }

  @Query(() => MeasureType, described('一份政策文件', 'One notice'))
  measure(@Arg('code', () => String, described('文件代码', 'Code of the notice')) code: string, @Ctx() { desk }: ServiceContext) {
    return measureView(desk.ruleBook(), code, 'code');
  }
}
