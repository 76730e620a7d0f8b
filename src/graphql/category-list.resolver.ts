import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { CategoryListType, categoryListView } from './types/category-list.type.js';
import { DaySelection } from './types/rule-selection.type.js';

@Resolver()
export class CategoryListResolver {
  @Query(
    () => CategoryListType,
    described('补贴人员类别名单，及其是否已确认', 'The list of trainee categories, and whether it is confirmed'),
  )
  categoryList(@Args(() => DaySelection) selection: DaySelection, @Ctx() { desk }: ServiceContext) {
    return categoryListView(desk.ruleBook(selection));
  }
}
