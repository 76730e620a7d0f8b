import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { cancelRecovery, resumeRecovery, suspendRecovery } from '../operations/recoveries/change-recovery.js';
import { openRecovery } from '../operations/recoveries/open-recovery.js';
import { recordRepayment } from '../operations/recoveries/record-repayment.js';
import { readRecoveries, readRepayments } from '../store/recoveries.js';
import type { RecoveryRow } from '../store/rows/recovery-row.js';
import type { RepaymentRow } from '../store/rows/repayment-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { RowPageArguments } from './types/page.type.js';
import {
  ChangeRecoveryInput,
  OpenRecoveryInput,
  RecordRepaymentInput,
  recoveryConditions,
  RecoveryConnectionType,
  RecoveryFilter,
  RecoveryPayloadType,
  recoveryView,
  RepaymentConnectionType,
  RepaymentPayloadType,
  repaymentView,
} from './types/recovery.type.js';

const INPUT = described('内容', 'What is asked');

/** Recoveries as the API shows them, under the rules of the day of their notice; repayments under those of the day on which they arrived. */
export const recoveryViewIn =
  ({ desk }: ServiceContext) =>
  (row: RecoveryRow) =>
    recoveryView(desk.ruleBook({ on: row.noticedOn }), row);
export const repaymentViewIn =
  ({ desk }: ServiceContext) =>
  (row: RepaymentRow) =>
    repaymentView(desk.ruleBook({ on: row.receivedOn }), row);

@Resolver()
export class RecoveryResolver {
  @Query(() => RecoveryConnectionType, described('权限范围内的追回', 'The recoveries within reach'))
  async recoveries(
    @Arg('filter', () => RecoveryFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: RecoveryFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const rows = await readRecoveries(manager, reachFor(context, 'recoveries'), recoveryConditions(filter), rowPageOf('Recovery', page));
    return rowConnection('Recovery', rows, recoveryViewIn(context));
  }

  @Query(() => RepaymentConnectionType, described('权限范围内的退还', 'The repayments within reach'))
  async repayments(@Args(() => RowPageArguments) page: RowPageArguments, @Ctx() context: ServiceContext) {
    const { manager } = context.workplace.dataSource;
    const rows = await readRepayments(manager, reachFor(context, 'repayments'), [], rowPageOf('Repayment', page));
    return rowConnection('Repayment', rows, repaymentViewIn(context));
  }

  @Mutation(() => RecoveryPayloadType, described('因违规认定追回已支付的补贴', 'Claim back what was paid, because of a finding'))
  openRecovery(@Arg('input', () => OpenRecoveryInput, INPUT) input: OpenRecoveryInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'recovery', openRecovery, input, recoveryViewIn(context));
  }

  @Mutation(() => RepaymentPayloadType, described('登记退还到账', 'Record money that arrived for a recovery'))
  recordRepayment(@Arg('input', () => RecordRepaymentInput, INPUT) input: RecordRepaymentInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'repayment', recordRepayment, input, repaymentViewIn(context));
  }

  @Mutation(() => RecoveryPayloadType, described('因异议中止追回', 'Suspend a recovery because of an objection'))
  suspendRecovery(@Arg('input', () => ChangeRecoveryInput, INPUT) input: ChangeRecoveryInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'recovery', suspendRecovery, input, recoveryViewIn(context));
  }

  @Mutation(() => RecoveryPayloadType, described('异议处理后恢复追回', 'Go on with a recovery whose objection was decided'))
  resumeRecovery(@Arg('input', () => ChangeRecoveryInput, INPUT) input: ChangeRecoveryInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'recovery', resumeRecovery, input, recoveryViewIn(context));
  }

  @Mutation(
    () => RecoveryPayloadType,
    described('撤销尚未退还的追回，须与提出人不同', 'Cancel a recovery of which nothing has come back; not by who opened it'),
  )
  cancelRecovery(@Arg('input', () => ChangeRecoveryInput, INPUT) input: ChangeRecoveryInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'recovery', cancelRecovery, input, recoveryViewIn(context));
  }
}
