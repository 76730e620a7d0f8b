import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { budgetBounds } from '../policy/budget-bounds.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { BudgetBoundsInput, BudgetBoundsType, budgetBoundsView } from './types/budget-bounds.type.js';

@Resolver()
export class BudgetBoundsResolver {
  @Query(
    () => BudgetBoundsType,
    described('年度预算上下限：名额最少、最多需要多少补贴', "The least and the most that a year's places can cost"),
  )
  budgetBounds(
    @Arg('input', () => BudgetBoundsInput, described('输入', 'Input')) input: BudgetBoundsInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return budgetBoundsView(desk.answer(budgetBounds, input, knownAt));
  }
}
