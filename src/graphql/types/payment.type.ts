import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { nodeId, parseNodeId } from '../../policy/node-id.js';
import type { RuleBook } from '../../policy/rule-book.js';
import type { BankAdviceRow } from '../../store/rows/bank-advice-row.js';
import type { PaymentBatchRow } from '../../store/rows/payment-batch-row.js';
import type { PaymentRow } from '../../store/rows/payment-row.js';
import { type Condition, condition } from '../../store/select-rows.js';
import { described } from '../described.js';
import { CalendarDay, MoneyCNY } from '../scalars/scalars.js';
import { connectionType } from './connection.type.js';
import { publishedEnum } from './enums.js';
import { KeyedInput } from './keyed-input.type.js';
import { NodeType } from './node.type.js';
import { payloadType } from './payload.type.js';
import { RegionType, regionView } from './region.type.js';
import { TrainingInstitutionType, trainingInstitutionViews } from './training-institution.type.js';

export const PaymentStatusEnum = publishedEnum('PaymentStatus', '付款状态', 'State of a payment', {
  SENT: ['已送银行', 'With the bank'],
  PAID: ['已支付', 'Paid'],
  FAILED: ['银行退回', 'Returned by the bank'],
});

@ObjectType('Payment', {
  implements: NodeType,
  ...described('一笔付款：一件申领付给培训机构', 'One payment: one claim, paid to the training institution'),
  simpleResolvers: true,
})
export class PaymentType extends NodeType {
  @Field(() => ID, described('付款批次', 'The batch'))
  paymentBatchId!: string;

  @Field(() => Int, described('批次中的序号', 'Its number in the batch'))
  line!: number;

  @Field(() => ID, described('申领', 'The claim'))
  claimId!: string;

  @Field(() => RegionType, described('支付地区', 'The region that pays'))
  region!: RegionType;

  @Field(() => TrainingInstitutionType, { nullable: true, ...described('收款的培训机构', 'The training institution that is paid') })
  institution!: TrainingInstitutionType | null;

  @Field(() => ID, described('收款账户', 'The payee account'))
  payeeAccountId!: string;

  @Field(() => MoneyCNY, described('金额', 'Amount'))
  amount!: string;

  @Field(() => PaymentStatusEnum, described('状态', 'State'))
  status!: string;

  @Field(() => String, { nullable: true, ...described('银行流水号', "The bank's reference") })
  bankReference!: string | null;

  @Field(() => CalendarDay, { nullable: true, ...described('银行支付或退回的日期', 'The day on which the bank paid or returned it') })
  settledOn!: string | null;

  @Field(() => String, { nullable: true, ...described('退回原因', 'Why it was returned') })
  returnReason!: string | null;
}

/** A payment as the API shows it. */
export const paymentView = (book: RuleBook, row: PaymentRow): PaymentType => {
  const view = {
    ...row,
    __typename: 'Payment',
    id: nodeId('Payment', row.id),
    paymentBatchId: nodeId('PaymentBatch', row.paymentBatchId),
    claimId: nodeId('Claim', row.claimId),
    payeeAccountId: nodeId('PayeeAccount', row.payeeAccountId),
    region: regionView(book, row.regionCode),
    institution: trainingInstitutionViews(book).get(row.institutionCode) ?? null,
  };
  return view;
};

export const PaymentConnectionType = connectionType('Payment', '付款', 'payment', () => PaymentType);

@ObjectType('PaymentBatch', {
  implements: NodeType,
  ...described('一批付款及其控制总数', 'Payments that are sent to the bank together, with their control totals'),
  simpleResolvers: true,
})
export class PaymentBatchType extends NodeType {
  /** as the store keeps it; not a field */
  row!: PaymentBatchRow;

  @Field(() => String, described('批次号，银行回单须写明', 'Its number, which the advice of the bank names'))
  number!: string;

  @Field(() => RegionType, described('支付地区', 'The region that pays'))
  region!: RegionType;

  @Field(() => Int, described('总笔数', 'How many payments it holds'))
  payments!: number;

  @Field(() => MoneyCNY, described('总金额', 'What they come to'))
  total!: string;

  @Field(() => String, described('各笔序号、申领、账户和金额的 SHA-256', 'SHA-256 over line, claim, account and amount of each payment'))
  controlHash!: string;

  @Field(() => String, described('支付人', 'Who sent it'))
  sentBy!: string;

  @Field(() => CalendarDay, described('送银行的日期', 'The day on which it was sent'))
  sentOn!: string;
}

/** A batch as the API shows it. */
export const paymentBatchView = (book: RuleBook, row: PaymentBatchRow): PaymentBatchType => {
  const view = {
    ...row,
    __typename: 'PaymentBatch',
    row,
    number: row.id,
    id: nodeId('PaymentBatch', row.id),
    region: regionView(book, row.regionCode),
  };
  return view;
};

export const PaymentBatchConnectionType = connectionType('PaymentBatch', '付款批次', 'payment batch', () => PaymentBatchType);
export const PaymentBatchPayloadType = payloadType(
  'PaymentBatchPayload',
  'paymentBatch',
  () => PaymentBatchType,
  '付款批次',
  'payment batch',
);

@ObjectType('BankAdvice', {
  ...described('银行回单：一个文件说明的支付和退回', 'What the bank said of payments in one file'),
  simpleResolvers: true,
})
export class BankAdviceType {
  @Field(() => ID, described('付款批次', 'The batch'))
  paymentBatchId!: string;

  @Field(() => String, described('文件的 SHA-256', 'SHA-256 of the file'))
  fileHash!: string;

  @Field(() => Int, described('支付的笔数', 'How many were paid'))
  paid!: number;

  @Field(() => Int, described('退回的笔数', 'How many were returned'))
  failed!: number;

  @Field(() => CalendarDay, described('登记日期', 'The day on which it was imported'))
  importedOn!: string;
}

/** An advice as the API shows it. */
export const bankAdviceView = (row: BankAdviceRow): BankAdviceType => {
  const view = { ...row, __typename: 'BankAdvice', paymentBatchId: nodeId('PaymentBatch', row.paymentBatchId) };
  return view;
};
export const BankAdvicePayloadType = payloadType('BankAdvicePayload', 'bankAdvice', () => BankAdviceType, '银行回单', 'bank advice');

@InputType('PaymentFilter', described('付款的筛选；各项须同时满足', 'Which payments; all parts must hold'))
export class PaymentFilter {
  @Field(() => PaymentStatusEnum, { nullable: true, ...described('状态', 'State') })
  status?: string | null;

  @Field(() => ID, { nullable: true, ...described('付款批次', 'The batch') })
  paymentBatchId?: string | null;

  @Field(() => ID, { nullable: true, ...described('申领', 'The claim') })
  claimId?: string | null;
}

/** The conditions of a filter; an id of another type finds nothing. */
export const paymentConditions = (filter: PaymentFilter | null): readonly Condition[] => [
  ...(filter?.status ? [condition('row.status = $1', filter.status)] : []),
  ...(filter?.paymentBatchId ? [pointsTo('row.payment_batch_id', 'PaymentBatch', filter.paymentBatchId)] : []),
  ...(filter?.claimId ? [pointsTo('row.claim_id', 'Claim', filter.claimId)] : []),
];

function pointsTo(column: string, type: string, id: string): Condition {
  const parsed = parseNodeId(id);
  return parsed?.typeName === type && /^\d{13}$/u.test(parsed.key) ? condition(`${column} = $1`, parsed.key) : condition('false');
}

@InputType('ClaimToPayInput', described('要支付的申领，以及所见内容', 'A claim to be paid, as it was seen'))
export class ClaimToPayInput {
  @Field(() => ID, described('申领', 'The claim'))
  claimId!: string;

  @Field(() => String, described('所见内容的散列值，即 content.contentHash', 'The hash of what was seen: content.contentHash'))
  seen!: string;
}

@InputType('SendPaymentsInput', described('送银行的一批付款', 'Payments to be sent to the bank together'))
export class SendPaymentsInput extends KeyedInput {
  @Field(() => String, described('支付地区，代码或名称', 'The region that pays, code or Chinese name'))
  region!: string;

  @Field(() => CalendarDay, described('日期，不晚于今天', 'The day, not after today'))
  on!: string;

  @Field(() => [ClaimToPayInput], described('申领，最多 200 件', 'The claims, at most 200'))
  claims!: readonly ClaimToPayInput[];
}

@InputType('ImportBankAdviceInput', described('登记银行回单', "The bank's advice to be imported"))
export class ImportBankAdviceInput extends KeyedInput {
  @Field(() => ID, described('付款批次', 'The batch'))
  paymentBatchId!: string;

  @Field(
    () => String,
    described(
      'CSV 文本，首行为 批次号,序号,金额,结果,银行流水号,日期,退回原因；结果为 成功 或 失败',
      'CSV text whose first line is batch,line,amount,result,bankReference,day,returnReason; a result is PAID or FAILED',
    ),
  )
  file!: string;

  @Field(() => CalendarDay, described('登记日期，不晚于今天', 'The day of the import, not after today'))
  on!: string;
}
