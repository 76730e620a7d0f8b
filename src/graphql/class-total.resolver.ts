import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { classTotal } from '../policy/class-total.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { ClassTotalInput, ClassTotalType, classTotalView } from './types/class-total.type.js';

@Resolver()
export class ClassTotalResolver {
  @Query(
    () => ClassTotalType,
    described('班期补贴：可补贴人数乘以每人补贴', 'What a course run is worth: payable trainees times the subsidy per trainee'),
  )
  classTotal(
    @Arg('input', () => ClassTotalInput, described('输入', 'Input')) input: ClassTotalInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return classTotalView(desk.answer(classTotal, input, knownAt));
  }
}
