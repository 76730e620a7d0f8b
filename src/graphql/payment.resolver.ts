import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { approveClaim } from '../operations/claims/approve-claim.js';
import { confirmClaimPayee } from '../operations/claims/confirm-claim-payee.js';
import { fundClaim } from '../operations/claims/fund-claim.js';
import { stopClaim } from '../operations/claims/stop-claim.js';
import { importBankAdvice } from '../operations/payments/import-bank-advice.js';
import { sendPayments } from '../operations/payments/send-payments.js';
import { readPaymentBatches, readPayments } from '../store/payments.js';
import type { PaymentBatchRow } from '../store/rows/payment-batch-row.js';
import type { PaymentRow } from '../store/rows/payment-row.js';
import { claimViewIn } from './claim.resolver.js';
import { described } from './described.js';
import { payloadOf } from './payload-of.js';
import { reachFor } from './reach-for.js';
import { rowConnection, rowPageOf } from './row-connection.js';
import type { ServiceContext } from './service-context.js';
import { ClaimStepInput, ReasonedClaimStepInput } from './types/claim-input.type.js';
import { ClaimPayloadType } from './types/claim.type.js';
import { RowPageArguments } from './types/page.type.js';
import {
  BankAdvicePayloadType,
  bankAdviceView,
  ImportBankAdviceInput,
  PaymentBatchConnectionType,
  PaymentBatchPayloadType,
  paymentBatchView,
  paymentConditions,
  PaymentConnectionType,
  PaymentFilter,
  paymentView,
  SendPaymentsInput,
} from './types/payment.type.js';

const INPUT = described('内容', 'What is asked');

/** Batches and payments as the API shows them, under today's rules: only names are taken from them. */
export const paymentBatchViewIn =
  ({ desk }: ServiceContext) =>
  (row: PaymentBatchRow) =>
    paymentBatchView(desk.ruleBook(), row);
export const paymentViewIn =
  ({ desk }: ServiceContext) =>
  (row: PaymentRow) =>
    paymentView(desk.ruleBook(), row);

@Resolver()
export class PaymentResolver {
  @Query(() => PaymentBatchConnectionType, described('权限范围内的付款批次', 'The payment batches within reach'))
  async paymentBatches(@Args(() => RowPageArguments) page: RowPageArguments, @Ctx() context: ServiceContext) {
    const { manager } = context.workplace.dataSource;
    const rows = await readPaymentBatches(manager, reachFor(context, 'paymentBatches'), [], rowPageOf('PaymentBatch', page));
    return rowConnection('PaymentBatch', rows, paymentBatchViewIn(context));
  }

  @Query(() => PaymentConnectionType, described('权限范围内的付款', 'The payments within reach'))
  async payments(
    @Arg('filter', () => PaymentFilter, { nullable: true, ...described('筛选', 'Filter') }) filter: PaymentFilter | null,
    @Args(() => RowPageArguments) page: RowPageArguments,
    @Ctx() context: ServiceContext,
  ) {
    const { manager } = context.workplace.dataSource;
    const rows = await readPayments(manager, reachFor(context, 'payments'), paymentConditions(filter), rowPageOf('Payment', page));
    return rowConnection('Payment', rows, paymentViewIn(context));
  }

  @Mutation(
    () => ClaimPayloadType,
    described(
      '财政审批：先专账结余，后就业补助资金；资金不足时按批准先后等待',
      'Approve a claim for payment; where the funds do not suffice it waits in the order of approval',
    ),
  )
  approveClaim(@Arg('input', () => ClaimStepInput, INPUT) input: ClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', approveClaim, input, claimViewIn(context));
  }

  @Mutation(
    () => ClaimPayloadType,
    described(
      '财政退回已审核或已批准的申领，附理由；资金随之释放',
      'Return a reviewed or approved claim with the reason; its money is released',
    ),
  )
  stopClaim(@Arg('input', () => ReasonedClaimStepInput, INPUT) input: ReasonedClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', stopClaim, input, claimViewIn(context));
  }

  @Mutation(() => ClaimPayloadType, described('为等待最久的申领安排资金', 'Commit the money of the claim that has waited longest'))
  fundClaim(@Arg('input', () => ClaimStepInput, INPUT) input: ClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', fundClaim, input, claimViewIn(context));
  }

  @Mutation(
    () => ClaimPayloadType,
    described('确认已批准的申领付至机构现在的账户', 'Confirm that an approved claim is paid to the account of now'),
  )
  confirmClaimPayee(@Arg('input', () => ClaimStepInput, INPUT) input: ClaimStepInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'claim', confirmClaimPayee, input, claimViewIn(context));
  }

  @Mutation(() => PaymentBatchPayloadType, described('将已批准的申领成批送银行支付', 'Send approved claims to the bank in one batch'))
  sendPayments(@Arg('input', () => SendPaymentsInput, INPUT) input: SendPaymentsInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'paymentBatch', sendPayments, input, paymentBatchViewIn(context));
  }

  @Mutation(
    () => BankAdvicePayloadType,
    described('登记银行回单；有一行不符即整份不登记', "Import the bank's advice; one wrong line stops the whole file"),
  )
  importBankAdvice(@Arg('input', () => ImportBankAdviceInput, INPUT) input: ImportBankAdviceInput, @Ctx() context: ServiceContext) {
    return payloadOf(context, 'bankAdvice', importBankAdvice, input, bankAdviceView);
  }
}
