import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { distinctPersons } from '../policy/distinct-persons.js';
import { described } from './described.js';
import { KnownAt } from './known-at.js';
import type { ServiceContext } from './service-context.js';
import { DistinctPersonsInput, DistinctPersonsType, distinctPersonsView } from './types/distinct-persons.type.js';

@Resolver()
export class DistinctPersonsResolver {
  @Query(() => DistinctPersonsType, described('按年度去重人数', 'How many persons a region counts per calendar year'))
  distinctPersons(
    @Arg('input', () => DistinctPersonsInput, described('输入', 'Input')) input: DistinctPersonsInput,
    @KnownAt() knownAt: string | null,
    @Ctx() { desk }: ServiceContext,
  ) {
    return distinctPersonsView(desk.answer(distinctPersons, input, knownAt));
  }
}
