import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { arithmetic } from '../policy/arithmetic.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { ArithmeticInput, ArithmeticType } from './types/arithmetic.type.js';

@Resolver()
export class ArithmeticResolver {
  @Query(
    () => ArithmeticType,
    described('精确的金额运算：求和、上浮、四舍五入、等分、万元换算', 'Exact sums, percentages, rounding, equal splits and yuan from 万元'),
  )
  arithmetic(
    @Arg('input', () => ArithmeticInput, described('输入', 'Input')) input: ArithmeticInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return desk.answer(arithmetic, input, knownAt);
  }
}
