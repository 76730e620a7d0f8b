import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { grantOnlineException } from '../operations/supervision/grant-online-exception.js';
import { onlineGate } from '../policy/training/online-gate.js';
import { readOnlineExceptions } from '../store/online-exceptions.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { filingBook, supervisionOf } from './supervision.js';
import { CourseRunType } from './types/course-run.type.js';
import {
  GrantOnlineExceptionInput,
  OnlineExceptionConnectionType,
  OnlineExceptionPayloadType,
  onlineExceptionView,
  OnlineGateType,
} from './types/online-exception.type.js';
import { RowPageArguments } from './types/page.type.js';
import { supervisionConditions, SupervisionFilter } from './types/supervision-filter.type.js';

@Resolver(() => CourseRunType)
export class OnlineExceptionResolver {
  @Query(
    () => OnlineExceptionConnectionType,
    described('权限范围内的线上占比例外', 'The exceptions to the online share limit within reach'),
  )
  async onlineExceptions(
    @Arg('filter', () => SupervisionFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: SupervisionFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'onlineExceptions');
    const { manager } = context.workplace.dataSource;
    const rows = await readOnlineExceptions(manager, reach, supervisionConditions(filter), rowPageOf('OnlineException', page));
    return rowConnection('OnlineException', rows, onlineExceptionView);
  }

  @Mutation(
    () => OnlineExceptionPayloadType,
    described(
      '批准线上占比例外，须与备案人、变更人、审核人不同',
      'Grant an exception to the online share limit; not by who filed, changed or approved the run',
    ),
  )
  grantOnlineException(
    @Arg('input', () => GrantOnlineExceptionInput, described('内容', 'What is asked')) input: GrantOnlineExceptionInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'onlineException', grantOnlineException, input, onlineExceptionView);
  }

  @FieldResolver(() => OnlineGateType, {
    nullable: true,
    ...described(
      '线上占比与上限；评价机构不可见，为空',
      'Its online share and the limit; null for an assessment body, which may not see it',
    ),
  })
  async onlineShare(@Root() { row }: CourseRunType, @Ctx() context: ServiceContext) {
    const known = await supervisionOf(context, row);
    return known && onlineGate(filingBook(context, row), row, known.exceptions);
  }
}
