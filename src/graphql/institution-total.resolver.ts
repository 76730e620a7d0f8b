import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { institutionTotal } from '../policy/institution-total.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { InstitutionTotalInput, InstitutionTotalType, institutionTotalView } from './types/institution-total.type.js';

@Resolver()
export class InstitutionTotalResolver {
  @Query(() => InstitutionTotalType, described('机构补贴合计：各班期之和', 'What all course runs of an institution are worth together'))
  institutionTotal(
    @Arg('input', () => InstitutionTotalInput, described('输入', 'Input')) input: InstitutionTotalInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return institutionTotalView(desk.answer(institutionTotal, input, knownAt));
  }
}
