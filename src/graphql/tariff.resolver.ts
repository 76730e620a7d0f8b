import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { RuleSelectionArguments } from './types/rule-selection.type.js';
import { TariffType, tariffView } from './types/tariff.type.js';

@Resolver()
export class TariffResolver {
  @Query(
    () => TariffType,
    described('补贴标准表：每名学员各职业、等级的补贴', 'The tariff: what one trainee of each occupation and level is worth'),
  )
  tariff(@Args(() => RuleSelectionArguments) selection: RuleSelectionArguments, @Ctx() { desk }: ServiceContext) {
    return tariffView(desk.ruleBook(selection));
  }
}
