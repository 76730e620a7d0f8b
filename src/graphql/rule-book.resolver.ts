import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { RuleBookType } from './types/rule-book.type.js';
import { RuleSelectionArguments } from './types/rule-selection.type.js';

@Resolver()
export class RuleBookResolver {
  @Query(() => RuleBookType, described('某日有效的规则集；内容见 figures', 'The rules in force on a day; figures shows what is in them'))
  ruleBook(@Args(() => RuleSelectionArguments) selection: RuleSelectionArguments, @Ctx() { desk }: ServiceContext) {
    return desk.ruleBook(selection);
  }
}
