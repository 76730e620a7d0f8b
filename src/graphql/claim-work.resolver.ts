import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { assessClaims, assessEnrolment } from '../operations/claims/assess-claims.js';
import { daysAfter, nextDay } from '../policy/calendar-day.js';
import { whyNotPaid } from '../policy/claims/why-not-paid.js';
import { actsOf, payoutAlertDays, statesFor } from '../policy/claims/work-due.js';
import { parseNodeId } from '../policy/node-id.js';
import { claimOfEnrolment, claimsWithin } from '../store/claims.js';
import { waitingClaims } from '../store/claim-work.js';
import { enrolmentsOf } from '../store/enrolment-counts.js';
import type { ClaimRow } from '../store/rows/claim-row.js';
import { claimViewIn } from './claim.resolver.js';
import { described } from './described.js';
import { quietReachFor, reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import { CalendarDay } from './scalars/scalars.js';
import type { ServiceContext } from './service-context.js';
import { ObstacleType, WorkItemConnectionType } from './types/claim-work.type.js';
import { RowPageArguments } from './types/page.type.js';

const ID_KEY = /^[12]\d{12}$/u;

@Resolver()
export class ClaimWorkResolver {
  @Query(() => [ObstacleType], {
    nullable: true,
    ...described(
      '一件申领或一名学员为何尚未支付：已支付时为空列表；没有这个对象或不在权限范围内时为空',
      'Why a claim or a trainee has not been paid: an empty list once it is; null where there is no such object within reach',
    ),
  })
  whyNotPaid(
    @Arg('id', () => ID, described('申领，或学员的报名', "A claim, or a trainee's enrolment")) id: string,
    @Ctx() context: ServiceContext,
  ) {
    const { typeName = '', key = '' } = parseNodeId(id) ?? {};
    if (!ID_KEY.test(key)) return null;
    return typeName === 'Claim' ? obstaclesOfClaim(context, key) : typeName === 'Enrolment' ? obstaclesOfEnrolment(context, key) : null;
  }

  @Query(() => WorkItemConnectionType, described('等待调用者办理的申领', 'The claims that wait for the caller'))
  async workItems(
    @Arg('dueBefore', () => CalendarDay, { nullable: true, ...described('只列此日之前到期的', 'Only what is due before this day') })
    dueBefore: string | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const reach = reachFor(context, 'workItems');
    const roles = context.actor?.roles ?? [];
    const alertDays = payoutAlertDays(context.desk.ruleBook());
    const question = { statuses: statesFor(roles), dueBefore, alertDays };
    const rows = await waitingClaims(context.workplace.dataSource.manager, reach, question, rowPageOf('WorkItem', page));
    const claimOf = claimViewIn(context);
    return rowConnection('WorkItem', rows, (row) => ({
      claim: claimOf(row),
      acts: actsOf(row.status, roles),
      dueOn: dueOn(row, alertDays),
    }));
  }
}

/** The day on which a claim is due; null where no clock runs. */
function dueOn({ status, noticeUntil, approvedOn }: ClaimRow, alertDays: number | null): string | null {
  if (status === 'ON_NOTICE') return noticeUntil === null ? null : nextDay(noticeUntil);
  return approvedOn === null || alertDays === null ? null : daysAfter(approvedOn, alertDays);
}

async function obstaclesOfClaim(context: ServiceContext, key: string) {
  const { manager } = context.workplace.dataSource;
  const [claim] = await claimsWithin(manager, reachFor(context, 'whyNotPaid'), [key]);
  if (claim === undefined) return null;
  const assessed = (await assessClaims(manager, context.desk, [claim], context.desk.today())).get(claim.id);
  return whyNotPaid(claim.status, assessed?.lines.flatMap(({ reasons }) => reasons) ?? []);
}

async function obstaclesOfEnrolment(context: ServiceContext, key: string) {
  const { manager } = context.workplace.dataSource;
  const [enrolment] = await enrolmentsOf(manager, quietReachFor(context, 'enrolments'), [key]);
  const line = enrolment === undefined ? null : await assessEnrolment(manager, context.desk, enrolment.id, context.desk.today());
  if (enrolment === undefined || line === null) return null;
  const claim = await claimOfEnrolment(manager, reachFor(context, 'whyNotPaid'), enrolment.id);
  return whyNotPaid(claim?.status ?? null, line.reasons);
}
