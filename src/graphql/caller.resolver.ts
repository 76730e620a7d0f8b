import { Ctx, Query, Resolver } from 'type-graphql';
import { permitted } from '../operations/acting/permitted.js';
import { hasRole } from '../policy/access/actor.js';
import { PRIVATE_QUERIES, readersOf } from '../policy/access/query-rights.js';
import { reachOf } from '../policy/access/reach.js';
import { OPERATION_NAMES, rightsOf } from '../policy/access/rights.js';
import { described } from './described.js';
import { rightsTable } from './rights-table.js';
import type { ServiceContext } from './service-context.js';
import { assessmentBodyViews } from './types/assessment-body.type.js';
import { CallerType } from './types/caller.type.js';
import { regionViews } from './types/region.type.js';
import { RightType } from './types/right.type.js';
import { trainingInstitutionViews } from './types/training-institution.type.js';

@Resolver()
export class CallerResolver {
  @Query(() => CallerType, described('我是谁：当前令牌的角色、范围和权限', 'Who I am: the roles, the reach and the rights of the token'))
  whoAmI(@Ctx() { actor, desk }: ServiceContext) {
    const caller = permitted(actor, readersOf('whoAmI'));
    const book = desk.ruleBook();
    return {
      ...caller,
      isWholeProvince: reachOf(caller, caller.roles).isWholeProvince,
      regions: caller.regions.flatMap((code) => regionViews(book).get(code) ?? []),
      institution: trainingInstitutionViews(book).get(caller.institution ?? '') ?? null,
      assessmentBody: assessmentBodyViews(book).get(caller.assessmentBody ?? '') ?? null,
      operations: OPERATION_NAMES.filter((name) => hasRole(caller, rightsOf(name))),
      queries: PRIVATE_QUERIES.filter((name) => hasRole(caller, readersOf(name))),
    };
  }

  @Query(() => [RightType], described('权限表：何种角色可办理或查询什么', 'The table of rights: which roles may do and ask what'))
  rightsTable() {
    return rightsTable();
  }
}
