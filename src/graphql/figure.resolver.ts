import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { FigureFilter, FigureType, filteredFigures } from './types/figure.type.js';
import { DaySelection, RuleSelectionArguments } from './types/rule-selection.type.js';

@Resolver()
export class FigureResolver {
  @Query(() => [FigureType], described('各文件中现行的数字，逐个附依据', 'Every figure of the notices in force, each with its citation'))
  figures(
    @Arg('filter', () => FigureFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: FigureFilter | null,
    @Args(() => RuleSelectionArguments) selection: RuleSelectionArguments,
    @Ctx() { desk }: ServiceContext,
  ) {
    return filteredFigures(desk.ruleBook(selection), filter);
  }

  @Query(() => [FigureType], described('培育目标', 'The goals of the programme'))
  goals(@Args(() => DaySelection) selection: DaySelection, @Ctx() { desk }: ServiceContext) {
    return filteredFigures(desk.ruleBook(selection), { kind: 'GOAL' });
  }
}
