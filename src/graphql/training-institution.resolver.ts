import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from './connection.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { PageArguments } from './types/connection.type.js';
import {
  filteredTrainingInstitutions,
  TrainingInstitutionConnectionType,
  TrainingInstitutionFilter,
} from './types/training-institution.type.js';

@Resolver()
export class TrainingInstitutionResolver {
  @Query(
    () => TrainingInstitutionConnectionType,
    described('培训机构目录，按代码排序', 'The directory of training institutions, in the order of their codes'),
  )
  trainingInstitutions(
    @Arg('filter', () => TrainingInstitutionFilter, { nullable: true, ...described('筛选', 'Filter') })
    filter: TrainingInstitutionFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { desk }: ServiceContext,
  ) {
    return connectionOf('TrainingInstitution', filteredTrainingInstitutions(desk.ruleBook(page), filter), page);
  }
}
