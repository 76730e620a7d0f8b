import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { carryOverFunds } from '../operations/funds/carry-over-funds.js';
import { approveAppropriation, rejectAppropriation } from '../operations/funds/decide-appropriation.js';
import { recordAppropriation } from '../operations/funds/record-appropriation.js';
import { reverseAppropriation } from '../operations/funds/reverse-appropriation.js';
import { readAppropriations } from '../store/appropriations.js';
import type { AppropriationRow } from '../store/rows/appropriation-row.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import {
  ApproveAppropriationInput,
  CarryOverFundsInput,
  RecordAppropriationInput,
  RejectAppropriationInput,
  ReverseAppropriationInput,
} from './types/appropriation-input.type.js';
import {
  appropriationConditions,
  AppropriationConnectionType,
  AppropriationFilter,
  AppropriationPayloadType,
  appropriationView,
} from './types/appropriation.type.js';
import { RowPageArguments } from './types/page.type.js';

const INPUT = described('内容', 'What is asked');

/** Appropriations as the API shows them, under the rules of the day on which they were recorded. */
export const appropriationViewIn =
  ({ desk }: ServiceContext) =>
  (row: AppropriationRow) =>
    appropriationView(desk.ruleBook({ on: row.recordedOn }), row);

@Resolver()
export class AppropriationResolver {
  @Query(() => AppropriationConnectionType, described('权限范围内的资金记录', 'The appropriations within reach'))
  async appropriations(
    @Arg('filter', () => AppropriationFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: AppropriationFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const reach = reachFor(context, 'appropriations');
    const rows = await readAppropriations(manager, reach, appropriationConditions(filter), rowPageOf('Appropriation', page));
    return rowConnection('Appropriation', rows, appropriationViewIn(context));
  }

  @Mutation(
    () => AppropriationPayloadType,
    described('登记拨入的资金；另一人批准后入账', 'Record what a document brings into a fund; it is there once another person approves'),
  )
  recordAppropriation(
    @Arg('input', () => RecordAppropriationInput, INPUT) input: RecordAppropriationInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'appropriation', recordAppropriation, input, appropriationViewIn(context));
  }

  @Mutation(
    () => AppropriationPayloadType,
    described(
      '登记年末结转；另一人批准后转入下年同一资金',
      'Record what is carried over; it is in the same fund of the next year once another person approves',
    ),
  )
  carryOverFunds(@Arg('input', () => CarryOverFundsInput, INPUT) input: CarryOverFundsInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'appropriation', carryOverFunds, input, appropriationViewIn(context));
  }

  @Mutation(
    () => AppropriationPayloadType,
    described(
      '登记整笔冲销；另一人批准后扣回，不得动用已承付、已支付的资金',
      'Record a reversal; it is taken back once another person approves, never below what is committed or paid',
    ),
  )
  reverseAppropriation(
    @Arg('input', () => ReverseAppropriationInput, INPUT) input: ReverseAppropriationInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'appropriation', reverseAppropriation, input, appropriationViewIn(context));
  }

  @Mutation(
    () => AppropriationPayloadType,
    described('批准资金记录，须与登记人不同；资金即时变动', 'Approve an appropriation; not by who recorded it. The money moves at once'),
  )
  approveAppropriation(
    @Arg('input', () => ApproveAppropriationInput, INPUT) input: ApproveAppropriationInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'appropriation', approveAppropriation, input, appropriationViewIn(context));
  }

  @Mutation(() => AppropriationPayloadType, described('不批准资金记录', 'Reject an appropriation'))
  rejectAppropriation(
    @Arg('input', () => RejectAppropriationInput, INPUT) input: RejectAppropriationInput,
    @Ctx() context: ServiceContext,
  ) {
    return payloadOf(context, 'appropriation', rejectAppropriation, input, appropriationViewIn(context));
  }
}
