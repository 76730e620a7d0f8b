import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from './connection.js';
import { described } from './described.js';
import type { ServiceContext } from './service-context.js';
import { AssessmentBodyConnectionType, AssessmentBodyFilter, filteredAssessmentBodies } from './types/assessment-body.type.js';
import { PageArguments } from './types/connection.type.js';

@Resolver()
export class AssessmentBodyResolver {
  @Query(
    () => AssessmentBodyConnectionType,
    described('评价机构目录，按代码排序', 'The directory of assessment bodies, in the order of their codes'),
  )
  assessmentBodies(
    @Arg('filter', () => AssessmentBodyFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: AssessmentBodyFilter | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { desk }: ServiceContext,
  ) {
    return connectionOf('AssessmentBody', filteredAssessmentBodies(desk.ruleBook(page), filter), page);
  }
}
